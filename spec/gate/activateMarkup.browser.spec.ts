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

const policies = {
  nonce: "script-src 'nonce-good' 'strict-dynamic'",
  trusted: "script-src 'nonce-good' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types visitor-opt-in",
  untrusted: "script-src 'nonce-good' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types other",
}
const strictBody = [
  marked('data-opt-in="aa" nonce="good"', say('good inline')),
  marked('data-opt-in="aa" nonce="good" src="/good.js"'),
  marked('data-opt-in="aa"', say('bare inline')),
  marked('data-opt-in="aa" src="/bare.js"'),
  marked('data-opt-in="aa" nonce="wrong" src="/wrong.js"'),
  marked('data-opt-in="aa" nonce="good"', say('last')),
].join('\n')
const strictPage = (policy: string) => ({
  headers: { 'content-security-policy': policy },
  body: gatedPage(strictBody, { nonce: 'nonce="good"' }),
})

let site: Site
beforeAll(async () => {
  site = await openSite({
    '/': gatedPage(wholePage),
    '/known': gatedPage(marked('data-opt-in="aa"', say('known')), { script: gateScript(undefined, 'doesOptInApply: true, previousPermissions: { aa: true }') }),
    '/off': gatedPage(wholePage, { script: gateScript('{ markup: false }') }),
    '/nonce': strictPage(policies.nonce),
    '/trusted': strictPage(policies.trusted),
    '/untrusted': strictPage(policies.untrusted),
    '/slow.js': script('slow', 150),
    '/async.js': script('async'),
    '/defer.js': script('defer'),
    '/good.js': script('good'),
    '/bare.js': script('bare'),
    '/wrong.js': script('wrong'),
    '/module.js': { type: 'text/javascript', body: `export const word = 'module'` },
    '/film': '<!doctype html><title>Film</title>',
    '/pixel.gif': { type: 'image/gif', body: Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64') },
  })
})
afterAll(() => site.close())

eachBrowser(['chromium', 'firefox', 'webkit'], 'marked elements', (browser) => {
  let context: TestContext
  let tab: TestPage
  const open = async (path: string) => {
    context = await browser().newContext()
    tab = await context.newPage()
    await tab.goto(site.url('shop.example.test', path, browser().name === 'webkit' ? 'http' : 'https'))
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
    await tab.evaluate(() => void window.optIn.approveAll())
    await tab.evaluate(() => new Promise((done) => setTimeout(done)))
    expect(await trail()).toEqual([])
  })

  it('start under a nonce policy only with the nonce of the page', async () => {
    await open('/nonce')
    await tab.evaluate(() => void window.optIn.approve('aa'))
    await tab.waitFor(() => window.trail.includes('last'))
    expect(await trail()).toEqual(['good inline', 'good', 'last'])
    expect(await tab.evaluate(() => window.problems)).toEqual([expect.stringContaining('nonce')])
  })

  it('start under Trusted Types by the policy visitor-opt-in', async () => {
    await open('/trusted')
    await tab.evaluate(() => void window.optIn.approve('aa'))
    await tab.waitFor(() => window.trail.includes('last'))
    expect(await trail()).toEqual(['good inline', 'good', 'last'])
  })

  it('do not start, and say so once, where Trusted Types do not name that policy', async () => {
    await open('/untrusted')
    if (!(await tab.evaluate(() => 'trustedTypes' in window))) return
    await tab.evaluate(() => void window.optIn.approve('aa'))
    await tab.waitFor(() => window.problems.length > 0)
    expect(await trail()).not.toContain('good inline')
  })
})
