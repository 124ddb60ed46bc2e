/*
 * IAB platforms where frames are: Adobe's libraries in a frame of an advertisement or a partner, the platform on the page above.
 */
import { gppScript, gppStub } from '../fakes/gppScripts.js'
import { tcfScript, tcString } from '../fakes/tcfScripts.js'
import type { TestContext, TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'

interface Top {
  readonly cmp: { update(tcString: string | null, isBannerOpen: boolean): void; setGpp(optOut: number): void }
  readonly startCmp: () => void
  told: { status: string; aam: boolean; ecid: boolean; errors: string[] }
  readonly frames: { readonly inner: { postMessage(message: string, target: string): void } }
}

const html = (body: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>${body}</body></html>`

const tcfTop = html(`<script src="/npm/@iabtechlabtcf/stub/lib/stub.js"></script><script src="/tcf.js"></script>
  <script>
    window.told = {}
    addEventListener('message', ({ data }) => { if (data.told) told = data.told })
    window.startCmp = () => { window.cmp = new iabTcf.CmpApi(300, 1, true) }
    if (location.search.includes('early')) startCmp()
  </script>
  <iframe name="inner"></iframe>
  <script>document.querySelector('[name=inner]').src = '//' + location.search.split('frame=')[1] + '/inner'</script>`)

const gppTop = tcfTop.replace('/npm/@iabtechlabtcf/stub/lib/stub.js', '/gppStub.js').replace('/tcf.js', '/gpp.js').replace(
  'window.cmp = new iabTcf.CmpApi(300, 1, true)',
  `const cmp = new iabGpp.CmpApi(300, 1)
      cmp.setCmpStatus('loaded')
      window.cmp = { setGpp(optOut) {
        cmp.setSignalStatus('not ready')
        cmp.setApplicableSections([7])
        for (const field of ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut']) cmp.setFieldValue('usnat', field, optOut)
        cmp.fireSectionChange('usnat')
        cmp.setSignalStatus('ready')
      } }`,
)

// What holds in the frame is told to the page above, where the spec can see it.
const inner = html(`<script src="/dist/opt-in.global.js"></script><script src="/dist/adapters/gpp.global.js"></script>
  <script>
    const errors = []
    const optIn = VisitorOptIn.createOptIn({
      doesOptInApply: true,
      adapters: [VisitorOptIn.tcf(), VisitorOptIn.gpp()],
      onError: (error) => errors.push(String(error)),
    })
    const tell = () => top.postMessage({ told: {
      status: optIn.status, aam: optIn.isApproved('aam'), ecid: optIn.isApproved('ecid'), errors,
    } }, '*')
    optIn.on('change', tell)
    addEventListener('message', ({ data }) => { if (data === 'destroy') { optIn.destroy(); tell() } })
    tell()
  </script>`)

let site: Site
const granted = tcString({ purposes: [1, 10] })
const refused = tcString({ purposes: [], vendors: [] })

beforeAll(async () => {
  const script = (body: string) => ({ type: 'text/javascript; charset=utf-8', body })
  site = await openSite({
    '/tcf': tcfTop,
    '/gpp': gppTop,
    '/inner': inner,
    '/tcf.js': script(await tcfScript()),
    '/gpp.js': script(await gppScript()),
    '/gppStub.js': script(gppStub),
  })
})
afterAll(() => site.close())

eachBrowser(['chromium', 'firefox'], 'in a frame', (browser) => {
  let context: TestContext
  let tab: TestPage
  beforeEach(async () => {
    context = await browser().newContext()
    tab = await context.newPage()
  })
  afterEach(() => context.close())

  const open = async (path: string, frame: string, early = true) => {
    await tab.goto(site.url('shop.test', `${path}?${early ? 'early&' : ''}frame=${frame}`))
    await tab.waitFor(() => (globalThis as unknown as Top).told.status)
  }
  const told = () => tab.evaluate(() => (globalThis as unknown as Top).told)
  const update = (text: string, isBannerOpen = false) =>
    tab.evaluate(([tc, shown]) => (globalThis as unknown as Top).cmp.update(tc, shown), [text, isBannerOpen] as [string, boolean])
  const approved = (wanted: boolean) =>
    tab.waitFor(
      (value) => {
        const { told } = globalThis as unknown as Top
        return told.status === 'complete' && told.aam === value
      },
      wanted,
      8_000,
    )

  // The IAB's stub tells another origin's frame of no later event; only asking again learns of it.
  it.each([
    ['another origin', 'ads.test'],
    ['the same origin', 'shop.test'],
  ])('of %s, tcf hears the choice, and a change of mind', async (_origin, frame) => {
    await open('/tcf', frame)
    await update('', true)
    expect(await told()).toMatchObject({ status: 'pending', errors: [] })
    await update(granted)
    await approved(true)
    await update(refused)
    await approved(false)
    expect(await told()).toMatchObject({ ecid: false, errors: [] })
    expect(tab.errors).toEqual([])
  })

  it('of another origin, tcf hears a platform that comes late', async () => {
    await open('/tcf', 'ads.test', false)
    await tab.evaluate(() => (globalThis as unknown as Top).startCmp())
    await update(granted)
    await approved(true)
    expect(await told()).toMatchObject({ ecid: true, errors: [] })
  })

  it.each([
    ['another origin', 'ads.test'],
    ['the same origin', 'shop.test'],
  ])('of %s, gpp hears an opt-out, and that it is taken back', async (_origin, frame) => {
    await open('/gpp', frame)
    expect(await told()).toMatchObject({ status: 'pending', errors: [] })
    const set = (optOut: number) => tab.evaluate((value) => (globalThis as unknown as Top).cmp.setGpp(value), optOut)
    await set(1)
    await approved(false)
    await set(2)
    await approved(true)
    expect(await told()).toMatchObject({ errors: [] })
    expect(tab.errors).toEqual([])
  })

  it('hears nothing any more after destroy()', async () => {
    await open('/tcf', 'ads.test')
    await update(granted)
    await approved(true)
    await tab.evaluate(() => (globalThis as unknown as Top).frames.inner.postMessage('destroy', '*'))
    await update(refused)
    // A second frame, asked after the change, has heard it: what the first was to hear has passed.
    await tab.evaluate(() => {
      const top = globalThis as unknown as Top & { told: unknown }
      const before = JSON.stringify(top.told)
      Object.assign(globalThis, { before })
      const frame = document.createElement('iframe')
      frame.src = '//partner.test/inner'
      document.body.append(frame)
    })
    await approved(false)
    expect(await tab.evaluate(() => JSON.parse((globalThis as unknown as { before: string }).before).aam)).toBe(true)
  })
})
