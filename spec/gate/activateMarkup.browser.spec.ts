import type { TestContext, TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'
import { gatedPage, gateScript } from './page.js'

const say = (what: string) => `trail.push('${what}')`
const script = (what: string, delay = 0) => ({ type: 'text/javascript', body: say(what), delay, headers: { 'access-control-allow-origin': '*' } })
const marked = (attributes: string, text = '') => `<script type="text/plain" ${attributes}>${text}</script>`
const wholePage = [
  marked('data-opt-in="aa"', say('inline')),
  marked('data-opt-in="aa" src="/slow.js"'),
  marked('data-opt-in="aa"', say('after slow')),
  marked('data-opt-in="aa target"', say('both')),
  marked('data-opt-in="aa" async src="/async.js"'),
  marked('data-opt-in="aa" defer src="/defer.js" integrity="sha256-no" data-bad'),
  marked('data-opt-in="aa" data-type="module"', `import { word } from '/module.js'; trail.push(word)`),
  marked('data-opt-in="nonsense"', say('nonsense')),
  marked('data-opt-in=""', say('nothing')),
  '<div id="wrapper"><p>Allow us to show the film.</p><iframe id="film" data-opt-in="target" data-src="/film" title="Film"></iframe></div>',
  `<iframe id="evil" data-opt-in="aa" data-src=" javascript:parent.trail.push('evil')" title="Evil"></iframe>`,
  '<img id="pixel" data-opt-in="aa" data-src="pixel.gif" alt="">',
].join('\n')

let site: Site
beforeAll(async () => {
  site = await openSite({
    '/': gatedPage(wholePage),
    '/known': gatedPage(marked('data-opt-in="aa"', say('known')), { script: gateScript(undefined, 'doesOptInApply: true, previousPermissions: { aa: true }') }),
    '/off': gatedPage(wholePage, { script: gateScript('{ markup: false }') }),
    '/slow.js': script('slow', 150),
    '/async.js': script('async'),
    '/defer.js': script('defer'),
    '/module.js': { type: 'text/javascript', body: `export const word = 'module'` },
    '/stuck': gatedPage('<iframe id="film" data-opt-in="target" data-src="/film" title="Film"></iframe>'),
    '/stuck.js': { type: 'text/javascript', body: '', delay: 8_000 },
    '/film': '<!doctype html><title>Film</title>',
    '/pixel.gif': { type: 'image/gif', body: Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64') },
  })
})
afterAll(() => site.close())

eachBrowser(['chromium', 'firefox'], 'marked elements', (browser) => {
  let context: TestContext
  let tab: TestPage
  const open = async (path: string) => {
    context = await browser().newContext()
    tab = await context.newPage()
    await tab.goto(site.url('shop.example.test', path))
  }
  afterEach(() => context.close())
  const trail = () => tab.evaluate(() => window.trail)
  const asked = (path: string) => site.requests.filter((request) => request.path === path).length

  it('wait for their categories, then start once, in document order', async () => {
    await open('/')
    const pixels = asked('/pixel.gif')
    expect(await trail()).toEqual([])
    expect(await tab.evaluate(() => [document.querySelector<HTMLElement>('#film')!.hidden, document.querySelector('#film')!.hasAttribute('src')])).toEqual([true, false])
    expect(asked('/pixel.gif')).toBe(pixels)

    await tab.evaluate(() => void window.optIn.decide({ aa: true, target: false }))
    await tab.waitFor(() => window.trail.includes('module') && window.trail.includes('async'))
    const first = await trail()
    expect(first.filter((what) => !['async', 'module'].includes(what))).toEqual(['inline', 'slow', 'after slow'])
    await tab.waitFor(() => document.querySelector<HTMLImageElement>('#pixel')!.naturalWidth === 1)
    expect(await tab.evaluate(() => document.querySelector<HTMLElement>('#film')!.hidden)).toBe(true)

    await tab.evaluate(() => void window.optIn.approve('target'))
    await tab.waitFor(() => window.trail.includes('both'))
    await tab.waitFor(() => document.querySelector<HTMLIFrameElement>('#film')!.contentDocument?.title === 'Film')
    expect(await tab.evaluate(() => document.querySelector<HTMLElement>('#film')!.hidden)).toBe(false)
    await tab.evaluate(() => void window.optIn.approveAll())
    expect((await trail()).sort()).toEqual([...new Set(await trail())].sort())
    expect(await trail()).not.toContain('evil')
    expect(await trail()).not.toContain('nonsense')
    expect(await trail()).not.toContain('nothing')
  })

  it('start when they are added later, and a frame stops when its approval is withdrawn', async () => {
    await open('/')
    await tab.evaluate(() => void window.optIn.approve(['aa', 'target']))
    await tab.waitFor(() => document.querySelector<HTMLIFrameElement>('#film')!.contentDocument?.title === 'Film')
    await tab.evaluate(() => document.body.insertAdjacentHTML('beforeend', `<div><script type="text/plain" data-opt-in="aa">trail.push('late')</script></div>`))
    await tab.waitFor(() => window.trail.includes('late'))
    await tab.evaluate(() => void window.optIn.deny('target'))
    await tab.waitFor(() => document.querySelector<HTMLIFrameElement>('#film')!.contentDocument?.title === '')
    expect(await tab.evaluate(() => document.querySelector<HTMLElement>('#film')!.hidden)).toBe(true)
    expect(await tab.evaluate(() => document.querySelector('#wrapper')!.textContent)).toContain('Allow us')
    await tab.evaluate(() => void window.optIn.approve('target'))
    await tab.waitFor(() => document.querySelector<HTMLIFrameElement>('#film')!.contentDocument?.title === 'Film')
  })

  it('start by themselves where the visitor said yes earlier, and never where `markup` is off', async () => {
    await open('/known')
    await tab.waitFor(() => window.trail.includes('known'))
    await context.close()
    await open('/off')
    // What comes after them in the page has had its turn when an ordinary script has.
    await tab.evaluate(() => {
      window.optIn.approveAll()
      const script = document.createElement('script')
      script.src = '/slow.js'
      document.body.append(script)
    })
    await tab.waitFor(() => window.trail.includes('slow'))
    expect(await trail()).toEqual(['slow'])
  })

  it('keep a frame from leaving no longer than the decision takes, also while a script loads', async () => {
    await open('/stuck')
    await tab.evaluate(() => void window.optIn.approve(['aa', 'target']))
    await tab.waitFor(() => document.querySelector<HTMLIFrameElement>('#film')!.contentDocument?.title === 'Film')
    await tab.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<script type="text/plain" data-opt-in="aa" src="/stuck.js"></script>')
      window.optIn.deny('target')
    })
    await tab.waitFor(() => document.querySelector<HTMLElement>('#film')!.hidden)
    expect(await tab.evaluate(() => document.querySelector<HTMLIFrameElement>('#film')!.getAttribute('src'))).toBe('')
  })

  it('start once whatever type they ask for, and never after the end of the gate', async () => {
    await open('/stuck')
    await tab.evaluate(() => {
      window.optIn.approve('aa')
      document.body.insertAdjacentHTML('beforeend', `<script type="text/plain" data-type="text/plain" data-opt-in="aa">trail.push('odd')</script>`)
    })
    await tab.waitFor(() => window.trail.includes('odd'))
    await tab.evaluate(() => {
      window.optIn.destroy()
      document.body.insertAdjacentHTML('beforeend', `<script type="text/plain" data-opt-in="aa">trail.push('too late')</script>`)
      const script = document.createElement('script')
      script.src = '/async.js'
      document.body.append(script)
    })
    await tab.waitFor(() => window.trail.includes('async'))
    expect(await trail()).toEqual(['odd', 'async'])
  })
})
