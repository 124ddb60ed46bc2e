import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { axeViolations } from './axe.js'
import type { BrowserName, TestContext, TestPage } from './browser.js'
import { eachBrowser } from './browser.js'
import type { Site } from './site.js'
import { openSite } from './site.js'

const strictPolicy = { 'content-security-policy': "default-src 'none'; script-src 'self'" }
const page = (body: string) => `<!doctype html><html lang="en"><title>A page</title><main><h1>Page</h1>${body}</main>`

let site: Site

beforeAll(async () => {
  site = await openSite({
    '/': page(`<button onclick="document.title = 'Clicked'">Press</button><label>Name <input></label>`),
    '/late': page(`<script>setTimeout(() => document.querySelector('main').insertAdjacentHTML('beforeend',
      '<button id=late onclick="this.dataset.done = 1">Late</button>'), 100)</script>`),
    '/strict': { headers: strictPolicy, body: page('') },
    '/leave': page(`<script>setTimeout(() => { location.href = '/arrived' }, 50)</script>`),
    '/arrived': page('<p id=arrived>Here</p>'),
    '/wrong': page(`<script>console.warn('careful', 7)
      setTimeout(() => { throw new Error('thrown late') })
      Promise.reject(new Error('rejected'))</script>`),
    '/inaccessible': page('<img src="/x.png">'),
    '/set': { headers: { 'set-cookie': ['one=1; Domain=example.test', 'two=2; HttpOnly', 'three=3; Secure; SameSite=None'] }, body: page('') },
    '/echo*': (request) => ({ type: 'application/json', body: JSON.stringify(request) }),
    'only.test/': page('<p id=only>Only</p>'),
    '/slow': { delay: 150, body: page('') },
    '/broken': () => {
      throw new Error('the route broke')
    },
  })
})

afterAll(() => site.close())

const schemeFor = (name: BrowserName) => (name === 'webkit' ? 'http' : 'https')

eachBrowser(['chromium', 'firefox', 'webkit'], 'a test browser', (browser) => {
  const scheme = () => schemeFor(browser().name)
  const address = (host: string, path = '/') => site.url(host, path, scheme())
  let context: TestContext
  let tab: TestPage

  beforeAll(async () => {
    context = await browser().newContext()
    tab = await context.newPage()
  })
  afterAll(() => context?.close())

  it('opens an address of any host and tells where it is', async () => {
    await tab.goto(address('shop.example.test', '/?a=1'))
    expect(await tab.url()).toBe(address('shop.example.test', '/?a=1'))
    expect(await tab.evaluate(() => [location.host, document.title])).toStrictEqual(['shop.example.test', 'A page'])
  })

  it('prefers a route of the host, and answers 404 where there is none', async () => {
    await tab.goto(address('only.test'))
    expect(await tab.evaluate(() => document.querySelector('#only')?.textContent)).toBe('Only')
    expect(await tab.evaluate(() => fetch('/nowhere').then((answer) => answer.status))).toBe(404)
    expect(await tab.evaluate(() => fetch('/broken').then((answer) => answer.text()))).toContain('the route broke')
  })

  it('evaluates with an argument, awaits promises, and passes errors on', async () => {
    await tab.goto(address('example.test'))
    expect(await tab.evaluate(({ a, b }) => Promise.resolve({ sum: a + b }), { a: 1, b: 2 })).toStrictEqual({ sum: 3 })
    expect(await tab.evaluate(() => undefined)).toBeUndefined()
    await expect(tab.evaluate(() => Promise.reject(new Error('no luck')))).rejects.toThrow('no luck')
    await expect(
      tab.evaluate(() => {
        throw new TypeError('not so')
      }),
    ).rejects.toThrow('not so')
  })

  it('clicks, types and presses keys as a visitor does', async () => {
    await tab.goto(address('example.test'))
    await tab.click('button')
    expect(await tab.evaluate(() => document.title)).toBe('Clicked')
    await tab.type('input', 'Ada')
    expect(await tab.evaluate(() => [document.querySelector('input')?.value, document.activeElement?.tagName])).toStrictEqual(['Ada', 'INPUT'])
    await tab.press('Shift+Tab')
    await tab.evaluate(() => void (document.title = ''))
    await tab.press('Enter')
    await tab.waitFor(() => document.title === 'Clicked')
  })

  it('waits for an element that comes late before it clicks', async () => {
    await tab.goto(address('example.test', '/late'))
    await tab.click('#late')
    expect(await tab.evaluate(() => document.querySelector<HTMLElement>('#late')?.dataset.done)).toBe('1')
  })

  it('waits for a condition, also across a navigation, and tells what it waited for', async () => {
    await tab.goto(address('example.test', '/leave'))
    await tab.waitFor((selector) => document.querySelector(selector), '#arrived')
    await expect(tab.waitFor(() => document.title === 'Never', undefined, 60)).rejects.toThrow('Never')
  })

  it('reloads, resizes and takes a picture', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'picture-'))
    await tab.goto(address('example.test', '/slow'))
    await tab.evaluate(() => void Object.assign(window, { mark: 1 }))
    await tab.reload()
    expect(await tab.evaluate(() => 'mark' in window)).toBe(false)
    await tab.setSize(600, 700)
    await tab.waitFor(() => innerWidth <= 600 && innerWidth > 500)
    await tab.screenshot(join(folder, 'page.png'))
    expect(readFileSync(join(folder, 'page.png')).subarray(1, 4).toString()).toBe('PNG')
    rmSync(folder, { recursive: true })
  })

  it('serves packages of npm on every host, and tells what was asked of the site', async () => {
    await tab.goto(address('one.test'))
    site.requests.length = 0
    const asked = await tab.evaluate(async () => {
      await fetch('/npm/axe-core/package.json').then((answer) => answer.json())
      return fetch('/echo/deep?q=1', { method: 'POST', body: 'the body', headers: { 'x-mine': 'yes' } }).then((answer) => answer.json())
    })
    expect(asked).toMatchObject({ host: 'one.test', path: '/echo/deep', query: '?q=1', method: 'POST', body: 'the body', scheme: scheme() })
    expect(site.requests.map(({ path, headers }) => [path, headers['x-mine']])).toEqual([['/echo/deep', 'yes']])
  })

  it('does not read files outside the two folders', async () => {
    await tab.goto(address('one.test'))
    expect(await tab.evaluate(() => fetch('/npm/..%2fpackage.json').then((answer) => answer.status))).toBe(404)
  })

  it('shares cookies between sibling hosts, and keeps contexts apart', async () => {
    await tab.goto(address('shop.example.test', '/set'))
    const seen = await tab.evaluate(() => document.cookie.split('; ').sort())
    expect(seen).toEqual(scheme() === 'https' ? ['one=1', 'three=3'] : ['one=1'])
    const second = await context.newPage()
    await second.goto(address('blog.example.test'))
    expect(await second.evaluate(() => document.cookie)).toBe('one=1')
    await second.close()
    const other = await browser().newContext()
    const stranger = await other.newPage()
    await stranger.goto(address('shop.example.test'))
    expect(await stranger.evaluate(() => document.cookie)).toBe('')
    await other.close()
    await tab.clearCookies()
    expect(await tab.evaluate(() => document.cookie)).toBe('')
  })

  it('opens two tabs that hear each other', async () => {
    await tab.goto(address('example.test'))
    const second = await context.newPage()
    await second.goto(address('example.test'))
    // WebKit tells a tab of changes once that tab has looked at the storage.
    await second.evaluate(() => localStorage.length)
    await second.evaluate(() => void addEventListener('storage', ({ newValue }) => void (document.title = `Heard ${newValue}`)))
    await tab.evaluate(() => localStorage.setItem('said', 'hello'))
    await second.waitFor(() => document.title === 'Heard hello')
    await second.close()
    expect(await tab.evaluate(() => document.title)).toBe('A page')
  })

  it('finds what is inaccessible, also under a strict policy', async () => {
    await tab.goto(address('example.test'))
    expect(await axeViolations(tab)).toEqual([])
    await tab.goto(address('example.test', '/inaccessible'))
    expect(await axeViolations(tab)).toEqual([expect.stringMatching(/^image-alt: .* at img: /)])
  })
})

eachBrowser(['chromium', 'firefox'], 'a test browser with devtools', (browser) => {
  let tab: TestPage

  beforeEach(async () => {
    tab = await (await browser().newContext()).newPage()
  })

  it('evaluates and checks a page whose policy forbids eval', async () => {
    await tab.goto(site.url('example.test', '/strict'))
    expect(await tab.evaluate(() => document.title)).toBe('A page')
    expect(await axeViolations(tab)).toEqual([])
  })

  it('gives pages a secure context over https, and none over http', async () => {
    await tab.goto(site.url('example.test'))
    expect(await tab.evaluate(() => isSecureContext)).toBe(true)
    await tab.goto(site.url('example.test', '/', 'http'))
    expect(await tab.evaluate(() => [isSecureContext, location.protocol])).toEqual([false, 'http:'])
  })

  it('tells errors, rejections and console messages', async () => {
    await tab.goto(site.url('example.test', '/wrong'))
    await tab.waitFor(() => true)
    expect([...tab.errors].sort()).toEqual(['Error: rejected', 'Error: thrown late'])
    expect(tab.messages).toContainEqual({ type: expect.stringMatching(/^warn/), text: 'careful 7' })
  })

  it('runs a script before those of the page', async () => {
    await tab.addInitScript(`window.early = document.documentElement?.outerHTML.length ?? 0`)
    await tab.goto(site.url('example.test'))
    expect(await tab.evaluate(() => (window as unknown as { early: number }).early)).toBeLessThan(60)
  })

  it('lists the cookies of all hosts with their attributes', async () => {
    await tab.goto(site.url('shop.example.test', '/set'))
    await tab.goto(site.url('other.test', '/set'))
    const cookies = await tab.cookies()
    const lines = cookies.map(({ name, value, domain, path, httpOnly, secure }) => [name, value, domain, path, httpOnly, secure].join(' '))
    expect(lines.sort()).toEqual([
      'one 1 .example.test / false false',
      'three 3 other.test / false true',
      'three 3 shop.example.test / false true',
      'two 2 other.test / true false',
      'two 2 shop.example.test / true false',
    ])
    await tab.clearCookies()
    expect(await tab.cookies()).toEqual([])
  })
})
