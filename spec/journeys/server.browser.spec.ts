import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { readPermissions } from '../../lib/server.js'
import type { OptInConfig } from '../../lib/types.js'
import { configs, cookieLines } from '../server/visitors.js'
import type { TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Answer, Site, SiteRequest } from '../tools/site.js'
import { openSite } from '../tools/site.js'

// The demo's own Node server, in a process of its own; the test site only passes requests on.
let demo: ChildProcess
let address = ''
let site: Site

const passOn = async ({ headers, method, path, query, body, host }: SiteRequest): Promise<Answer> => {
  const answer = await fetch(address + path + query, {
    method,
    redirect: 'manual',
    headers: { cookie: String(headers['cookie'] ?? ''), 'content-type': String(headers['content-type'] ?? '') },
    ...(method === 'POST' && { body }),
  })
  const passed = ['location', 'vary', 'cache-control'].flatMap((name) => (answer.headers.has(name) ? [[name, answer.headers.get(name)!]] : []))
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'text/plain',
    headers: {
      ...Object.fromEntries(passed),
      'set-cookie': answer.headers.getSetCookie(),
      // A visitor whose browser runs no scripts.
      ...(host.startsWith('plain.') && { 'content-security-policy': "script-src 'none'" }),
    },
    body: Buffer.from(await answer.arrayBuffer()),
  }
}

beforeAll(async () => {
  demo = spawn(process.execPath, [join(process.cwd(), 'demo/08-server/server.mjs')], {
    env: { ...process.env, PORT: '0', COOKIE_DOMAIN: 'example.test' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(demo.stdout!, 'data')) as [Buffer]
  address = `http://127.0.0.1:${new URL(String(line).trim()).port}`
  site = await openSite({ 'shop.example.test/*': passOn, 'plain.example.test/*': passOn })
})
afterAll(async () => {
  await site?.close()
  demo?.kill()
})

const text = (page: TestPage, selector: string) => page.evaluate((where) => document.querySelector(where)?.textContent ?? '', selector)
const sees = (page: TestPage, selector: string, content: string) =>
  page.waitFor(([where, what]) => document.querySelector(where!)?.textContent === what, [selector, content])

const answersOf = (page: TestPage) => ({ server: text(page, '#server'), browser: text(page, '#browser'), tag: text(page, '#tag') })

eachBrowser(['chromium', 'firefox', 'webkit'], 'a page rendered by the visitor’s permissions', (browser) => {
  const scheme = () => (browser().name === 'webkit' ? 'http' : 'https')
  const shop = () => site.url('shop.example.test', '/', scheme())
  const plain = () => site.url('plain.example.test', '/', scheme())

  const sent = (name: string) => (String(site.requests.at(-1)?.headers['cookie'] ?? '').includes(`${name}=`) ? name : 'nothing')

  it('works with scripts off: the choice is made, kept, obeyed and changed', async () => {
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.goto(plain())
    expect(await answersOf(page).server).toBe('pending: analytics denied, target denied')
    expect(await answersOf(page).browser).toBe('No script has run.')

    await page.click('[value=analytics]')
    await sees(page, '#server', 'complete: analytics approved, target denied')
    expect(await answersOf(page).tag).toContain('analytics tag')
    await page.reload()
    // The HttpOnly cookie of analytics went out with the page before, that of target did not.
    expect([sent('s_vi'), sent('mbox'), sent('session')]).toEqual(['s_vi', 'nothing', 'session'])

    await page.click('[value=none]')
    await sees(page, '#server', 'complete: analytics denied, target denied')
    await page.reload()
    expect([sent('s_vi'), sent('mbox'), sent('session')]).toEqual(['nothing', 'nothing', 'session'])
    expect(await answersOf(page).tag).toBe('')
    await context.close()
  })

  it('hands its choice to the browser’s side, and the browser’s choice is there with the next request', async () => {
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.goto(shop())
    expect(await answersOf(page).browser).toBe('pending: analytics denied, target denied')
    await page.click('[value=all]')
    await sees(page, '#server', 'complete: analytics approved, target approved')
    await sees(page, '#browser', 'complete: analytics approved, target approved')

    await page.click('#refuse')
    await sees(page, '#browser', 'complete: analytics denied, target denied')
    await page.reload()
    expect(await answersOf(page).server).toBe('complete: analytics denied, target denied')
    expect(await page.evaluate(() => document.cookie.match(/adobeujs-optin=/g)?.length)).toBe(1)
    expect(page.errors).toEqual([])
    await context.close()
  })
})

eachBrowser(['chromium'], 'server and browser', (browser) => {
  interface Case {
    lines: string[]
    config: OptInConfig
  }

  it('give the same answer to three hundred visitors', async () => {
    const read = ({ headers, body }: SiteRequest): Answer => {
      const config = JSON.parse(body || '{}') as OptInConfig
      return { type: 'application/json', body: JSON.stringify(readPermissions({ headers }, config)) }
    }
    const place = await openSite({
      'visitors.example.test/read': read,
      'visitors.example.test/': '<!doctype html><title>.</title><script src="/dist/opt-in.global.js"></script>',
    })
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.goto(place.url('visitors.example.test'))

    const cases = fc.sample(fc.record({ lines: cookieLines, config: configs }), 300) as Case[]
    const answers = await page.evaluate(async (visitors: Case[]) => {
      const { createOptIn } = (window as never as { VisitorOptIn: { createOptIn(config: OptInConfig): { permissions: unknown; status: string; destroy(): void } } }).VisitorOptIn
      const places = ['', '; domain=example.test']
      const told = []
      for (const { lines, config } of visitors) {
        for (const line of lines) document.cookie = line
        const server = await (await fetch('/read', { method: 'POST', body: JSON.stringify(config) })).json()
        const optIn = createOptIn({ otherTabs: false, ...config })
        told.push({ server, browser: { permissions: optIn.permissions, status: optIn.status }, cookies: document.cookie })
        optIn.destroy()
        for (const line of lines) for (const where of places) document.cookie = `${line.split('=')[0]}=; path=/; max-age=0${where}`
        document.cookie = 'lonely; path=/; max-age=0'
      }
      return told
    }, cases)

    answers.forEach(({ server, browser: own, cookies }, at) => expect({ ...cases[at], cookies, told: server }).toEqual({ ...cases[at], cookies, told: own }))
    expect(new Set(answers.map(({ browser: own }) => own.status))).toEqual(new Set(['pending', 'complete']))
    await place.close()
    await context.close()
  })
})
