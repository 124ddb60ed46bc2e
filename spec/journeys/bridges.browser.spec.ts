/*
 * A real platform decides, the opt-in knows, and what is told obeys: the real Web SDK (`@adobe/alloy`), the real Client Data Layer,
 * and Google's queue, which npm has no tag for.
 */
import type { EdgeCall } from '../fakes/edgeNetwork.js'
import { baseCode, configuration, fakeEdgeNetwork } from '../fakes/edgeNetwork.js'
import { tcfScript, tcString } from '../fakes/tcfScripts.js'
import type { BrowserName, TestContext, TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'

interface Page {
  readonly adobe: { readonly optIn: { readonly status: string; approveAll(): void; denyAll(): void; reset(): void } }
  readonly alloy: { readonly q: unknown[] }
  readonly errors: string[]
  readonly sent: string[]
  readonly dataLayer: ArrayLike<unknown>[]
  readonly adobeDataLayer: { getState(path: string): unknown }
  readonly heard: { readonly event: string; readonly aa: boolean }[]
}

const banner = `<link rel="stylesheet" href="/npm/vanilla-cookieconsent/dist/cookieconsent.css">
  <script src="/npm/vanilla-cookieconsent/dist/cookieconsent.umd.js"></script>
  <script>CookieConsent.run({
    hideFromBots: false,
    categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, marketing: {} },
    language: { default: 'en', translations: { en: {
      consentModal: { title: 'Cookies', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Refuse' },
      preferencesModal: { title: 'Choices', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Refuse', sections: [] },
    } } },
  })</script>`

const page = ({ bridges, adapters = '', head = '', body = '' }: { bridges: string; adapters?: string; head?: string; body?: string }) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title>
  <script src="/dist/opt-in.global.js"></script>
  <script src="/dist/adapters/vanillaCookieConsent.global.js"></script>
  ${['webSdk', 'googleConsentMode', 'adobeDataLayer'].map((name) => `<script src="/dist/bridges/${name}.global.js"></script>`).join('')}
  <script>errors = []; sent = []</script>
  ${head}
  <script>
    VisitorOptIn.install({
      doesOptInApply: true,
      isOptInStorageEnabled: true,
      adapters: [${adapters}],
      bridges: [${bridges}],
      onError: (error) => errors.push(String(error)),
    })
  </script>
  <body><main><h1>A shop</h1></main>${body}</body></html>`

const alloy = '<script src="/npm/@adobe/alloy/dist/alloy.min.js" async></script>'
const configure = (defaultConsent: 'in' | 'out' | 'pending') => `alloy('configure', ${JSON.stringify(configuration(defaultConsent))});`
const sendEvent = `alloy('sendEvent', {}).then(() => sent.push('event'));`

/** A page with alloy as its manual says: base code, library, `configure`, an event. */
const withAlloy = (settings: Parameters<typeof page>[0]) =>
  page({ ...settings, head: `<script>${baseCode}${configure('pending')}${sendEvent}</script>${alloy}${settings.head ?? ''}` })

const choices = { accept: tcString({ purposes: [1, 10] }), refuse: tcString({ purposes: [], vendors: [] }) }
const tcfPlatform = `<button id="accept">Accept</button><button id="refuse">Refuse</button><script>
  const cmp = new iabTcf.CmpApi(300, 1, true)
  const choices = ${JSON.stringify(choices)}
  cmp.update('', true)
  for (const button of document.querySelectorAll('button')) button.onclick = () => cmp.update(choices[button.id], false)
</script>`

/** A Google tag as far as consent goes: it reads the queue from its beginning when it loads, and keeps what holds. */
const googleTag = `(() => {
  const state = window.googleState = {}
  const take = (entry) => {
    if (String(entry) === '[object Arguments]' && entry[0] === 'consent')
      for (const [key, value] of Object.entries(entry[2])) if (typeof value === 'string') state[key] = value
  }
  dataLayer.forEach(take)
  const push = dataLayer.push
  dataLayer.push = (...entries) => { entries.forEach(take); return push.apply(dataLayer, entries) }
})()`

const edge = fakeEdgeNetwork()
/** One visitor with a browser of one's own. */
interface Visit {
  readonly tab: () => TestPage
  /** What the edge has got since the page was opened. */
  readonly calls: EdgeCall[]
  readonly open: (path: string) => Promise<void>
  /** Waits until the edge has got so many requests, or whatever else; answers their paths. */
  readonly untilArrived: (wanted: number | (() => boolean)) => Promise<string[]>
  readonly errors: () => Promise<string[]>
}

let site: Site

beforeAll(async () => {
  const script = (body: string) => ({ type: 'text/javascript; charset=utf-8', body })
  const vanilla = 'VisitorOptIn.vanillaCookieConsent()'
  site = await openSite({
    ...edge.routes,
    '/tcf.js': script(await tcfScript()),
    '/google.js': script(googleTag),
    '/alloy': withAlloy({ bridges: 'VisitorOptIn.webSdk()', adapters: vanilla, body: banner }),
    '/both-standards': withAlloy({ bridges: `VisitorOptIn.webSdk({ standards: ['adobe-1', 'adobe-2'] })` }),
    '/tcf': withAlloy({
      head: '<script src="/npm/@iabtechlabtcf/stub/lib/stub.js"></script><script src="/tcf.js"></script>',
      bridges: `VisitorOptIn.webSdk({ standards: ['iab-tcf'] })`,
      adapters: 'VisitorOptIn.tcf()',
      body: tcfPlatform,
    }),
    '/late': page({ bridges: 'VisitorOptIn.webSdk()' }),
    '/before-configure': page({
      bridges: 'VisitorOptIn.webSdk()',
      head: `<script>${baseCode}</script>`,
      body: `<script>adobe.optIn.approveAll();${configure('pending')}${sendEvent}</script>${alloy}`,
    }),
    '/google': page({
      bridges: `VisitorOptIn.googleConsentMode({ region: ['ES'] })`,
      adapters: vanilla,
      body: `<script>function gtag(){dataLayer.push(arguments)} gtag('js', new Date()); gtag('config', 'G-1')</script>
        <script src="/google.js"></script>${banner}`,
    }),
    '/data-layer': page({
      bridges: 'VisitorOptIn.adobeDataLayer()',
      adapters: vanilla,
      body: `<script>heard = []; window.adobeDataLayer = window.adobeDataLayer || []
          adobeDataLayer.push((layer) => ['optin:complete', 'optin:reset'].forEach((name) => layer.addEventListener(name, ({ event }) =>
            heard.push({ event, aa: layer.getState('optIn.permissions.aa') }))))</script>
        ${banner}<script src="/npm/@adobe/adobe-client-data-layer/dist/adobe-client-data-layer.min.js" async></script>`,
    }),
  })
})
afterAll(() => site.close())

const stories = (names: BrowserName[], title: string, tell: (visit: Visit) => void) =>
  eachBrowser(names, title, (browser) => {
    const calls: EdgeCall[] = []
    let context: TestContext
    let tab: TestPage

    beforeEach(async () => {
      context = await browser().newContext()
      tab = await context.newPage()
      edge.arrived()
      edge.refuse(0)
    })
    afterEach(async () => {
      expect(tab.errors).toEqual([])
      await context.close()
    })

    tell({
      tab: () => tab,
      calls,
      open: async (path) => {
        calls.length = 0
        await tab.goto(site.url('shop.test', path))
      },
      untilArrived: async (wanted) => {
        const isEnough = () => (typeof wanted === 'number' ? calls.length >= wanted : wanted())
        for (const end = Date.now() + 20_000; calls.push(...edge.arrived()), !isEnough() && Date.now() < end; )
          await tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
        return calls.map(({ path }) => path)
      },
      errors: () => tab.evaluate(() => (globalThis as unknown as Page).errors),
    })
  })

const isComplete = () => (globalThis as unknown as Page).adobe.optIn.status === 'complete'
const isThere = (selector: string) => document.querySelector(selector)
const accept = '#cc-main .cm [data-role=all]'
const refuse = '#cc-main .cm [data-role=necessary]'

stories(['chromium', 'firefox'], 'what is told about a visitor’s choice', ({ tab, calls, open, untilArrived, errors }) => {
  it('lets the Web SDK send its event when the banner is accepted, and on the next page without a question', async () => {
    await open('/alloy')
    await tab().waitFor(isThere, accept)
    // The library has come and has taken over what was queued.
    await tab().waitFor(() => Object.hasOwn((globalThis as unknown as Page).alloy.q, 'push'))
    expect(edge.arrived()).toEqual([])

    await tab().click(accept)
    expect(await untilArrived(2)).toEqual(['privacy/set-consent', 'interact'])
    expect(calls[0]?.consent).toEqual([{ standard: 'Adobe', version: '1.0', value: { general: 'in' } }])
    await tab().waitFor(() => (globalThis as unknown as Page).sent.length === 1)

    await open('/alloy')
    // The Web SDK knows what it was told before: only the event leaves.
    expect(await untilArrived(1)).toEqual(['interact'])
    expect(await errors()).toEqual([])
  })

  it('follows a change of mind and a reset', async () => {
    await open('/alloy')
    const heard = () => calls.flatMap(({ consent = [] }) => consent.map(({ value }) => (value as { general: string }).general))
    for (const act of ['approveAll', 'denyAll', 'approveAll', 'reset'] as const) {
      const before = heard().length
      await tab().evaluate((name) => (globalThis as unknown as Page).adobe.optIn[name](), act)
      await untilArrived(() => heard().length > before)
    }
    expect(heard()).toEqual(['in', 'out', 'in', 'out'])
    expect(await errors()).toEqual([])
  })

  it('tells a Web SDK that comes after the decision', async () => {
    await open('/late')
    await tab().evaluate(() => (globalThis as unknown as Page).adobe.optIn.approveAll())
    await tab().evaluate(
      ({ code, library }) => {
        document.head.appendChild(document.createElement('script')).textContent = code
        document.head.appendChild(document.createElement('script')).src = library
      },
      { code: `${baseCode}${configure('pending')}${sendEvent}`, library: '/npm/@adobe/alloy/dist/alloy.min.js' },
    )
    expect(await untilArrived(2)).toEqual(['privacy/set-consent', 'interact'])
  })

  it('passes on the string of a TCF platform', async () => {
    await open('/tcf')
    await tab().click('#accept')
    expect((await untilArrived(1))[0]).toBe('privacy/set-consent')
    expect(calls[0]?.consent).toEqual([
      { standard: 'IAB TCF', version: '2.0', value: choices.accept, gdprApplies: true, gdprContainsPersonalData: true },
    ])
    await tab().click('#refuse')
    const strings = () => calls.flatMap(({ consent = [] }) => consent.map(({ value }) => value))
    await untilArrived(() => strings().length > 1)
    expect(strings()).toEqual([choices.accept, choices.refuse])
    expect(await errors()).toEqual([])
  })

  it('tells Google the default before its tag, and then the choice', async () => {
    const consents = () =>
      tab().evaluate(() =>
        (globalThis as unknown as Page).dataLayer
          .filter((entry) => String(entry) === '[object Arguments]')
          .map((entry) => [...Array.from(entry)].map((word) => (word instanceof Date ? 'date' : word))),
      )
    const state = () => tab().evaluate(() => ({ ...(globalThis as unknown as { googleState: Record<string, string> }).googleState }))
    await open('/google')
    await tab().waitFor(isThere, accept)
    expect(await consents()).toMatchObject([
      ['consent', 'default', { analytics_storage: 'denied', ad_storage: 'denied', region: ['ES'], wait_for_update: 500 }],
      ['js', 'date'],
      ['config', 'G-1'],
    ])
    expect(await state()).toMatchObject({ analytics_storage: 'denied', ad_user_data: 'denied', security_storage: 'granted' })

    await tab().click(accept)
    await tab().waitFor(isComplete)
    expect(await state()).toMatchObject({ analytics_storage: 'granted', ad_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted' })
    expect(await consents()).toHaveLength(4)

    await tab().reload()
    expect((await consents()).map(([first, second]) => `${first} ${second}`)).toEqual(['consent default', 'consent update', 'js date', 'config G-1'])
    await tab().evaluate(() => (globalThis as unknown as Page).adobe.optIn.denyAll())
    expect(await state()).toMatchObject({ analytics_storage: 'denied', ad_storage: 'denied' })
    expect(await errors()).toEqual([])
  })

  it('tells the real Client Data Layer every category, before and after it loads', async () => {
    await open('/data-layer')
    await tab().waitFor(isThere, accept)
    await tab().click(accept)
    await tab().waitFor(() => (globalThis as unknown as Page).heard.length === 1)
    await tab().evaluate(() => (globalThis as unknown as Page).adobe.optIn.denyAll())
    await tab().evaluate(() => (globalThis as unknown as Page).adobe.optIn.reset())
    await tab().waitFor(() => (globalThis as unknown as Page).heard.length === 3)
    expect(await tab().evaluate(() => (globalThis as unknown as Page).heard)).toEqual([
      { event: 'optin:complete', aa: true },
      { event: 'optin:complete', aa: false },
      { event: 'optin:reset', aa: false },
    ])
    expect(await tab().evaluate(() => (globalThis as unknown as Page).adobeDataLayer.getState('optIn.permissions'))).toEqual({
      aam: false, adcloud: false, aa: false, campaign: false, ecid: false, livefyre: false, target: false, mediaaa: false,
    })
  })
})

// What follows is no matter of the browser.
stories(['chromium'], 'the real Web SDK', ({ tab, calls, open, untilArrived, errors }) => {
  it('keeps the event of the Web SDK from leaving when the banner is refused', async () => {
    await open('/alloy')
    await tab().waitFor(isThere, refuse)
    await tab().click(refuse)
    // What was held is answered, and dropped.
    await tab().waitFor(() => (globalThis as unknown as Page).sent.length === 1)
    expect(await untilArrived(1)).toEqual(['privacy/set-consent'])
    expect(calls[0]?.consent).toEqual([{ standard: 'Adobe', version: '1.0', value: { general: 'out' } }])
    expect(await errors()).toEqual([])
  })

  it('sends both of Adobe’s standards in one request', async () => {
    await open('/both-standards')
    await tab().evaluate(() => (globalThis as unknown as Page).adobe.optIn.approveAll())
    expect((await untilArrived(1))[0]).toBe('privacy/set-consent')
    expect(calls[0]?.consent).toMatchObject([
      { version: '1.0', value: { general: 'in' } },
      { version: '2.0', value: { collect: { val: 'y' }, personalize: { content: { val: 'y' } }, metadata: { time: expect.stringMatching(/^\d{4}-/) } } },
    ])
  })

  it('tries once more what the edge refused, and is heard', async () => {
    await open('/alloy')
    edge.refuse(1)
    await tab().evaluate(() => (globalThis as unknown as Page).adobe.optIn.approveAll())
    expect((await untilArrived(2)).slice(0, 2)).toEqual(['privacy/set-consent', 'privacy/set-consent'])
    expect(await errors()).toEqual([])
  })

  it('reports what the edge refused twice; the decision stands', async () => {
    await open('/alloy')
    edge.refuse(2)
    await tab().evaluate(() => (globalThis as unknown as Page).adobe.optIn.approveAll())
    await tab().waitFor(() => (globalThis as unknown as Page).errors.length)
    expect(await errors()).toEqual([expect.stringContaining('An error occurred while executing the setConsent command')])
    expect(await tab().evaluate(isComplete)).toBe(true)
  })

  it('is heard although the page decides before it configures the Web SDK', async () => {
    await open('/before-configure')
    expect(await untilArrived(2)).toEqual(['privacy/set-consent', 'interact'])
    expect(await errors()).toEqual([])
  })
})
