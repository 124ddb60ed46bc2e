import type { TestContext, TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'
import { gatedPage, gateScript } from './page.js'

const say = (what: string) => `trail.push('${what}')`
const script = (what: string) => ({ type: 'text/javascript', body: say(what) })
const marked = (attributes: string, text = '') => `<script type="text/plain" ${attributes}>${text}</script>`

const policies = {
  nonce: "script-src 'nonce-good' 'strict-dynamic'",
  trusted: "script-src 'nonce-good' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types visitor-opt-in",
  own: "script-src 'self'",
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
    '/nonce': strictPage(policies.nonce),
    '/trusted': strictPage(policies.trusted),
    '/untrusted': strictPage(policies.untrusted),
    '/own': { headers: { 'content-security-policy': policies.own }, body: gatedPage(marked('data-opt-in="aa" data-type="module" src="/good.js"') + marked('data-opt-in="aa"', say('inline')) + '<img data-opt-in="aa" data-src="/last.gif" alt="">', { script: '', nonce: '' }).replace('</head>', '<script src="/start.js"></script></head>') },
    '/start.js': { type: 'text/javascript', body: gateScript() },
    '/broken': gatedPage(marked('data-opt-in="aa" src="/nowhere.js"') + marked('data-opt-in="aa" src="/good.js" integrity="sha256-AAAA"') + marked('data-opt-in="aa"', say('last'))),
    '/good.js': script('good'),
    '/bare.js': script('bare'),
    '/wrong.js': script('wrong'),
  })
})
afterAll(() => site.close())

eachBrowser(['chromium', 'firefox'], 'a marked script', (browser) => {
  let context: TestContext
  let tab: TestPage
  const open = async (path: string) => {
    context = await browser().newContext()
    tab = await context.newPage()
    await tab.goto(site.url('shop.example.test', path))
    await tab.evaluate(() => void window.optIn.approve('aa'))
  }
  afterEach(() => context.close())
  const trail = () => tab.evaluate(() => window.trail)

  it('starts under a nonce policy only with the nonce of the page', async () => {
    await open('/nonce')
    await tab.waitFor(() => window.trail.includes('last'))
    expect(await trail()).toEqual(['good inline', 'good', 'last'])
    expect(await tab.evaluate(() => window.problems)).toEqual([expect.stringContaining('nonce')])
  })

  it('starts under Trusted Types by the policy visitor-opt-in', async () => {
    await open('/trusted')
    await tab.waitFor(() => window.trail.includes('last'))
    expect(await trail()).toEqual(['good inline', 'good', 'last'])
  })

  it('does not start where Trusted Types do not name that policy, and says so once', async () => {
    await open('/untrusted')
    await tab.waitFor(() => window.problems.length > 1)
    expect(await trail()).toEqual([])
    expect(await tab.evaluate(() => window.problems)).toEqual([expect.stringMatching(/polic/i), expect.stringContaining('nonce')])
  })

  it('is no way around a policy of hosts', async () => {
    await open('/own')
    await tab.waitFor(() => window.trail.includes('good'))
    await tab.waitFor(() => document.querySelector('img')!.hasAttribute('src'))
    expect(await trail()).toEqual(['good'])
  })

  it('holds nothing up that does not load or has another hash', async () => {
    await open('/broken')
    await tab.waitFor(() => window.trail.includes('last'))
    expect(await trail()).toEqual(['last'])
  })
})
