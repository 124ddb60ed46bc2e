/*
 * The historic call sites in front of the real `@adobe/alloy`, and what reaches Adobe's Edge Network, of which there is an imitation:
 * every request of the page is counted, also those that alloy makes by itself when a link is clicked.
 */
import type { EdgeCall } from '../fakes/edgeNetwork.js'
import { configuration, fakeEdgeNetwork } from '../fakes/edgeNetwork.js'
import type { TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'

interface Page {
  readonly alloy: (command: string, options?: unknown) => Promise<unknown>
  readonly realAlloy: { readonly q: { readonly push: unknown } }
  readonly results: string[]
  readonly errors: string[]
  /** The bodies of what alloy fetched, in the order in which they left. */
  readonly left: string[]
  readonly send: (name: string) => void
}

const { orgId, datastreamId } = configuration('in')
// Literally as the Web SDK's documents had it in 2019, but for what must not look for hosts of its own.
const settings = { configId: datastreamId, imsOrgId: orgId, optInEnabled: true, thirdPartyCookiesEnabled: false, idMigrationEnabled: false }

const page = (bridges: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title>
  <script src="/dist/opt-in.global.js"></script>
  <script src="/dist/commands.global.js"></script>
  <script src="/dist/bridges/webSdk.global.js"></script>
  <script>
    !function(n,o){o.forEach(function(o){n[o]||((n.__alloyNS=n.__alloyNS||[]).push(o),n[o]=function(){
      var u=arguments;return new Promise(function(i,l){n[o].q.push([i,l,u])})},n[o].q=[])})}(window,["realAlloy"]);
    errors = []
    results = []
    left = []
    const nativeFetch = fetch
    fetch = (address, options) => (left.push(options.body), nativeFetch(address, options))
    const commands = VisitorOptIn.createCommands({ name: 'alloy', sdk: (...call) => realAlloy(...call) })
    VisitorOptIn.install({ doesOptInApply: true, isOptInStorageEnabled: true, bridges: [${bridges}], onError: (error) => errors.push(String(error)) })
    alloy('configure', ${JSON.stringify(settings)})
    send = (name) => {
      const options = { xdm: { eventType: name } }
      alloy('event', options).then(() => results.push(name), ({ message }) => results.push(name + ': ' + message))
      options.xdm.eventType = 'changed after the call'
    }
    // The page stays where it is.
    addEventListener('click', (event) => event.preventDefault())
  </script>
  <script src="/npm/@adobe/alloy/dist/alloy.min.js" async></script>
  <body><main><h1>A shop</h1><a id="link" href="/next">The next page</a></main></body></html>`

const edge = fakeEdgeNetwork()
let site: Site

beforeAll(async () => {
  site = await openSite({ ...edge.routes, '/plain': page(''), '/bridged': page('VisitorOptIn.webSdk({ sdk: commands })') })
})
afterAll(() => site.close())

const CLICK = 'web.webinteraction.linkClicks'
const DECLINED = 'User opted into no purposes.'
const resultsOf = (tab: TestPage) => tab.evaluate(() => (globalThis as unknown as Page).results)
const errorsOf = (tab: TestPage) => tab.evaluate(() => (globalThis as unknown as Page).errors)
const withoutConsent = (types: readonly string[]) => types.filter((type) => !type.startsWith('consent'))
const typesOf = (calls: readonly Partial<EdgeCall>[]) =>
  calls.flatMap(({ path, events, consent }: Partial<EdgeCall> & { events?: { xdm: { eventType: string } }[] }) =>
    events ? events.map(({ xdm }) => xdm.eventType) : consent ? consent.map(({ value }) => `consent ${(value as { general: string }).general}`) : [`${path}`])

eachBrowser(['chromium', 'firefox'], 'the Web SDK behind the commands', (browser) => {
  const open = async (path: string) => {
    const context = await browser().newContext()
    const tab = await context.newPage()
    edge.arrived()
    site.requests.length = 0
    // Not all others: a browser asks its maker's hosts of its own accord.
    const elsewhere = () => site.requests.filter(({ host }) => /(adobedc|demdex|omtrdc|2o7)\.net/.test(host)).length
    const isLoaded = () => tab.waitFor(() => typeof (globalThis as unknown as Page).realAlloy.q.push === 'function' && Object.hasOwn((globalThis as unknown as Page).realAlloy.q, 'push'))
    await tab.goto(site.url('shop.test', path))
    await isLoaded()
    return {
      tab,
      elsewhere,
      send: (...names: string[]) => tab.evaluate((all) => all.forEach((name) => (globalThis as unknown as Page).send(name)), names),
      click: () => tab.click('#link'),
      choose: (purposes: 'all' | 'none') => tab.evaluate((word) => (globalThis as unknown as Page).alloy('optIn', { purposes: word }).then(() => {}), purposes),
      reload: () => tab.reload().then(isLoaded),
      close: () => context.close(),
    }
  }
  // The network promises no order: of what was answered and of what arrived only the number is told, and the order of what left.
  const untilResults = (tab: TestPage, wanted: readonly string[]) =>
    tab.waitFor((all) => JSON.stringify([...(globalThis as unknown as Page).results].sort()) === all, JSON.stringify([...wanted].sort()))
  const leftOf = async (tab: TestPage): Promise<string[]> =>
    typesOf((await tab.evaluate(() => (globalThis as unknown as Page).left.splice(0))).map((body) => JSON.parse(body) as EdgeCall))
  /** What the edge got, once it got these. */
  const untilArrived = async (tab: TestPage, ...wanted: string[]): Promise<string[]> => {
    const seen: string[] = []
    for (const end = Date.now() + 20_000; seen.push(...typesOf(edge.arrived())), !wanted.every((type) => seen.includes(type)) && Date.now() < end; )
      await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    return seen.sort()
  }

  describe.each([
    ['without a bridge', '/plain', { in: [], out: [] }],
    ['with the webSdk bridge', '/bridged', { in: ['consent in'], out: ['consent out'] }],
  ])('%s', (_, path, told) => {
    it('sends nothing before the choice, after “all” what waited, once each and in order, and follows every change of mind', async () => {
      const { tab, elsewhere, send, click, choose, reload, close } = await open(path)
      await send('one', 'two')
      await click()
      await send('three')
      expect([await resultsOf(tab), elsewhere()]).toEqual([[], 0])

      await choose('all')
      await untilResults(tab, ['one', 'two', 'three'])
      expect(await untilArrived(tab, 'one', 'two', 'three')).toEqual([...told.in, 'one', 'two', 'three'].sort())
      expect(await leftOf(tab)).toEqual([...told.in, 'one', 'two', 'three'])
      // Now alloy may send the click by itself: the silence before was not its own.
      await click()
      expect(await untilArrived(tab, CLICK)).toEqual([CLICK])

      await choose('none')
      await untilArrived(tab, ...told.out)
      await send('four')
      await click()
      await untilResults(tab, ['one', 'two', 'three', `four: ${DECLINED}`])
      await choose('all')
      await send('five')
      expect(await untilArrived(tab, ...told.in, 'five')).toEqual([...told.in, 'five'])
      expect((await leftOf(tab)).filter((type) => type !== CLICK)).toEqual([...told.out, ...told.in, 'five'])

      await reload()
      await send('six')
      await click()
      // Nobody is asked again: the answer is known.
      expect(withoutConsent(await untilArrived(tab, 'six', CLICK))).toEqual(['six', CLICK])
      expect([await errorsOf(tab), tab.errors]).toEqual([[], []])
      await close()
    })

    it('after “none” rejects what waited and sends nothing, also on the next page, until the visitor thinks again', async () => {
      const { tab, elsewhere, send, click, choose, reload, close } = await open(path)
      await send('one', 'two')
      await choose('none')
      await send('three')
      await click()
      await untilResults(tab, ['one', 'two', 'three'].map((name) => `${name}: ${DECLINED}`))
      if (told.out.length) expect(await untilArrived(tab, ...told.out)).toEqual(told.out)
      else expect(elsewhere()).toBe(0)

      await reload()
      await send('four')
      await click()
      await untilResults(tab, [`four: ${DECLINED}`])
      await choose('all')
      await send('five')
      expect(withoutConsent(await untilArrived(tab, 'five'))).toEqual(['five'])
      expect([await errorsOf(tab), tab.errors]).toEqual([[], []])
      await close()
    })
  })
})
