import './page.js'
import type { TestContext, TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'
import { type Way, ways } from './ways.js'

const host = 'shop.example.test'
const page = (script: string) => `<!doctype html><html lang="en"><title>A shop</title><body>
<script src="/dist/opt-in.global.js"></script><script src="/dist/gate.global.js"></script>
<script>${script}</script>
<iframe id="frame"></iframe>`

const gated = `
  window.problems = []
  window.gate = VisitorOptIn.cookieGate({ rules: { aa: ['aa_*', '__Host-aa_*', '__Secure-aa_*'] } })
  window.optIn = VisitorOptIn.createOptIn({ doesOptInApply: true, gate, onError: (error) => problems.push(String(error)) })`

let site: Site
beforeAll(async () => {
  site = await openSite({
    '/a/b/': page(gated),
    '/a/b/open': page(''),
    '/a/empty': '<!doctype html><title>Empty</title>',
    '/a/b/echo': ({ headers }) => ({ type: 'text/plain', body: String(headers.cookie ?? '') }),
    '/other/deep/echo': ({ headers }) => ({ type: 'text/plain', body: String(headers.cookie ?? '') }),
  })
})
afterAll(() => site.close())

type Named = Way & { readonly name: string }
const named: readonly Named[] = ways.map((way, i) => ({ ...way, name: `${way.prefix ?? ''}aa_${i}` }))

/** Goes every way; answers what threw. */
const goAll = (tab: TestPage, list: readonly Named[]) =>
  tab.evaluate(async (ways) => {
    const failed: string[] = []
    const frame = document.getElementById('frame')
    const AsyncFunction = (async () => {}).constructor as FunctionConstructor
    for (const { what, name, code } of ways)
      try {
        await new AsyncFunction('name', 'frame', code)(name, frame)
      } catch (error) {
        failed.push(`${what}: ${error}`)
      }
    return failed
  }, list)

/** Lists the ways whose name is stored, wherever it is. */
const stored = (tab: TestPage, list: readonly Named[]) =>
  tab.evaluate(async (ways) => {
    const sent = await Promise.all(['/a/b/echo', '/other/deep/echo'].map(async (path) => (await fetch(path)).text()))
    const cookies = [document.cookie, ...sent].join('; ').split('; ').map((entry) => entry.replace(/=.*/s, ''))
    return ways
      .filter(({ store, name }) => (store === 'cookie' ? cookies.includes(name) : window[store].getItem(name) !== null))
      .map(({ what }) => what)
  }, list)

eachBrowser(['chromium', 'firefox', 'webkit'], 'the gate', (browser) => {
  let context: TestContext
  let tab: TestPage
  const scheme = () => (browser().name === 'webkit' ? 'http' : 'https')
  const list = () =>
    named.filter(({ isSecureOnly, only }) => (scheme() === 'https' || !isSecureOnly) && (only?.includes(browser().name) ?? true))
  const whats = () => list().map(({ what }) => what)
  const open = async (path: string) => {
    context = await browser().newContext()
    tab = await context.newPage()
    await tab.goto(site.url(host, path, scheme()))
  }
  afterEach(() => context.close())

  it('stands against ways that store where there is no gate', async () => {
    await open('/a/b/open')
    expect(await goAll(tab, list())).toEqual([])
    expect(await stored(tab, list())).toEqual(whats())
    expect(list().length).toBeGreaterThanOrEqual(60)
  })

  it('lets none of them store before a decision, nor after a denial', async () => {
    await open('/a/b/')
    expect(await goAll(tab, list())).toEqual([])
    expect(await stored(tab, list())).toEqual([])
    await tab.evaluate(() => void window.optIn.deny('aa'))
    expect(await stored(tab, list())).toEqual([])
    expect(await goAll(tab, list())).toEqual([])
    expect(await stored(tab, list())).toEqual([])
    expect(await tab.evaluate(() => window.problems)).toEqual([])
  })

  it('stores them on approval, lets them store from then on, and removes them on withdrawal', async () => {
    await open('/a/b/')
    expect(await goAll(tab, list())).toEqual([])
    await tab.evaluate(() => void window.optIn.approve('aa'))
    expect(await stored(tab, list())).toEqual(whats())
    await tab.evaluate(() => void window.optIn.deny('aa'))
    expect(await stored(tab, list())).toEqual([])
    await tab.evaluate(() => void window.optIn.approve('aa'))
    expect(await stored(tab, list())).toEqual([])
    expect(await goAll(tab, list())).toEqual([])
    expect(await stored(tab, list())).toEqual(whats())
    await tab.evaluate(() => void window.optIn.deny('aa'))
    expect(await stored(tab, list())).toEqual([])
    expect(await tab.evaluate(() => window.problems)).toEqual([])
  })
})
