/*
 * The real consent platforms of npm with their own banners: the visitor presses their buttons, a solution's script obeys,
 * the choice is kept, and the next page needs no second one.
 */
import { gppScript, gppStub } from '../fakes/gppScripts.js'
import { npmScript } from '../fakes/npmScript.js'
import type { TestContext, TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'

interface Journey {
  readonly name: string
  /** The options of its adapter, where a page needs some. */
  readonly options?: string
  /** How the site puts the platform on its page. */
  readonly markup: string
  readonly banner: string
  /** Whether it listens to its buttons, where that is some time after the page. */
  readonly ready?: () => boolean
  /** The button of the banner that approves all. */
  readonly accept: string
  /** What a site's “change my choice” link calls, and what the visitor presses then to refuse all. */
  readonly reopen: () => void
  readonly refuse: readonly string[]
}

interface Platforms {
  readonly CookieConsent: { showPreferences(): void }
  readonly klaro: { show(config: undefined, modal: boolean): void }
  readonly tarteaucitron: { readonly userInterface: { openPanel(): void } }
  readonly orejime: { prompt(): void }
  show(isShown: boolean): void
  readonly store: { getState(): { setActiveUI(ui: string, options: object): void } }
}

const journeys: readonly Journey[] = [
  {
    name: 'vanillaCookieConsent',
    markup: `<link rel="stylesheet" href="/npm/vanilla-cookieconsent/dist/cookieconsent.css">
      <script src="/npm/vanilla-cookieconsent/dist/cookieconsent.umd.js"></script>
      <script>CookieConsent.run({
        hideFromBots: false, // it takes this browser for one, and then does nothing
        categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, marketing: {} },
        language: { default: 'en', translations: { en: {
          consentModal: { title: 'Cookies', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Refuse' },
          preferencesModal: { title: 'Choices', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Refuse', sections: [] },
        } } },
      })</script>`,
    banner: '#cc-main .cm',
    accept: '#cc-main .cm [data-role=all]',
    reopen: () => (globalThis as unknown as Platforms).CookieConsent.showPreferences(),
    refuse: ['#cc-main .pm [data-role=necessary]'],
  },
  {
    name: 'klaro',
    markup: `<script>klaroConfig = { translations: {}, acceptAll: true, services: [
        { name: 'adobe-analytics', purposes: ['analytics'] }, { name: 'audience-manager', purposes: ['marketing'] },
      ] }</script>
      <script src="/npm/klaro/dist/klaro.js" charset="utf-8"></script>`,
    banner: '.klaro .cookie-notice:not(.cookie-notice-hidden)',
    accept: '.klaro .cookie-notice .cm-btn-success',
    reopen: () => (globalThis as unknown as Platforms).klaro.show(undefined, true),
    refuse: ['.klaro [for=purpose-item-disableAll]', '.klaro .cookie-modal .cm-btn-accept'],
  },
  {
    name: 'tarteaucitron',
    markup: `<script src="/npm/tarteaucitronjs/tarteaucitron.js"></script>
      <script>
        tarteaucitronForceLanguage = 'en'
        const service = { uri: '/', needConsent: true, cookies: [], js() {}, fallback() {} }
        for (const [key, type] of [['analyticsSuite', 'analytic'], ['adserver', 'ads']])
          tarteaucitron.services[key] = { ...service, key, type, name: key }
        tarteaucitron.events.load = () => { document.body.className = 'ready' }
        tarteaucitron.init({ privacyUrl: '', showAlertSmall: false })
        ;(tarteaucitron.job = tarteaucitron.job || []).push('analyticsSuite', 'adserver')
      </script>`,
    banner: '#tarteaucitronAlertBig',
    ready: () => document.body.className === 'ready',
    accept: '#tarteaucitronPersonalize2',
    reopen: () => (globalThis as unknown as Platforms).tarteaucitron.userInterface.openPanel(),
    refuse: ['#tarteaucitronAllDenied'],
  },
  {
    name: 'orejime',
    markup: `<link rel="stylesheet" href="/npm/orejime/dist/orejime-standard.css">
      <script>orejimeConfig = { privacyPolicyUrl: '/privacy', purposes: [
        { id: 'analytics', title: 'Analytics', cookies: [] }, { id: 'marketing', title: 'Marketing', cookies: [] },
      ] }</script>
      <script src="/npm/orejime/dist/orejime-standard-en.js"></script>`,
    banner: '.orejime-Banner',
    ready: () => 'orejime' in globalThis,
    accept: '.orejime-Banner-saveButton',
    reopen: () => (globalThis as unknown as Platforms).orejime.prompt(),
    refuse: ['.orejime-PurposeToggles-disableAll', '.orejime-Modal-saveButton'],
  },
  {
    name: 'c15t',
    // It has no banner of its own: the site makes one.
    markup: `<dialog open id="own"><button id="yes">Accept</button><button id="no">Refuse</button></dialog>
      <script src="/c15t.js"></script>
      <script>
        const consentCategories = ['necessary', 'measurement', 'marketing']
        store = c15t.getOrCreateConsentRuntime({ mode: 'offline', consentCategories }).consentStore
        const show = () => { own.hidden = store.getState().activeUI !== 'banner'; own.open = !own.hidden }
        store.subscribe(show)
        show()
        yes.onclick = () => store.getState().saveConsents('all')
        no.onclick = () => store.getState().saveConsents('necessary')
      </script>`,
    banner: '#own',
    accept: '#yes',
    reopen: () => (globalThis as unknown as Platforms).store.getState().setActiveUI('banner', { force: true }),
    refuse: ['#no'],
  },
  {
    name: 'gpp',
    options: `{ map: { SaleOptOut: ['aa', 'aam'] } }`,
    // The IAB's library is what platforms are made with: keeping the string, and the banner, is theirs.
    markup: `<dialog open id="own"><button id="yes">Accept</button><button id="no">Refuse</button></dialog>
      <script src="/gppStub.js"></script>
      <script src="/gpp.js"></script>
      <script>
        const cmp = new iabGpp.CmpApi(300, 1)
        cmp.setCmpStatus('loaded')
        cmp.setApplicableSections([7])
        show = (isShown) => { own.hidden = !isShown; own.open = isShown }
        const choose = (optOut) => {
          cmp.setSignalStatus('not ready')
          for (const field of ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut']) cmp.setFieldValue('usnat', field, optOut)
          localStorage.setItem('gpp', cmp.getGppString())
          cmp.fireSectionChange('usnat')
          cmp.setSignalStatus('ready')
          show(false)
        }
        yes.onclick = () => choose(2)
        no.onclick = () => choose(1)
        if (localStorage.getItem('gpp')) {
          cmp.setGppString(localStorage.getItem('gpp'))
          cmp.setSignalStatus('ready')
          show(false)
        }
      </script>`,
    banner: '#own',
    accept: '#yes',
    reopen: () => (globalThis as unknown as Platforms).show(true),
    refuse: ['#no'],
  },
]

/** A solution's script, as one that knows Adobe's opt-in: it waits, obeys, and follows a change of mind. */
const solution = `adobe.optIn.fetchPermissions((permissions) => {
  document.cookie = permissions.aa ? 's_cc=true; path=/' : 's_cc=; path=/; max-age=0'
}, true)`

const page = ({ name, options = '', markup }: Journey, storage: boolean) => `<!doctype html><html lang="en"><meta charset="utf-8">
  <title>${name}</title>
  <script src="/dist/opt-in.global.js"></script>
  <script src="/dist/adapters/${name}.global.js"></script>
  <script>
    errors = []
    VisitorOptIn.install({
      doesOptInApply: true,
      isOptInStorageEnabled: ${storage},
      adapters: VisitorOptIn.${name}(${options}),
      onError: (error) => errors.push(String(error)),
    })
    statusAtStart = adobe.optIn.status
  </script>
  <script src="/solution.js"></script>
  <body><main><h1>A page</h1></main>${markup}</body></html>`

let site: Site

beforeAll(async () => {
  const script = (body: string) => ({ type: 'text/javascript; charset=utf-8', body })
  site = await openSite({
    '/solution.js': script(solution),
    '/c15t.js': script(await npmScript('c15t', 'dist/index.js', 'c15t')),
    '/gpp.js': script(await gppScript()),
    '/gppStub.js': script(gppStub),
    ...Object.fromEntries(
      journeys.flatMap((journey) => [
        [`/${journey.name}`, page(journey, true)],
        [`/${journey.name}/without-storage`, page(journey, false)],
      ]),
    ),
  })
})

afterAll(() => site.close())

interface Page {
  readonly adobe: { readonly optIn: { readonly status: string; isApproved(category: string): boolean } }
  readonly errors: string[]
  readonly statusAtStart: string
}

const isShown = (selector: string) => {
  const element = document.querySelector(selector)
  return !!element && element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden'
}
const isComplete = () => (globalThis as unknown as Page).adobe.optIn.status === 'complete'
const seen = (tab: TestPage) =>
  tab.evaluate(() => {
    const { adobe, errors, statusAtStart } = globalThis as unknown as Page
    return {
      status: adobe.optIn.status,
      statusAtStart,
      approved: adobe.optIn.isApproved('aa') && adobe.optIn.isApproved('aam'),
      obeyed: document.cookie.includes('s_cc=true'),
      kept: document.cookie.includes('adobeujs-optin='),
      errors,
    }
  })

eachBrowser(['chromium', 'firefox'], 'a visitor of a site with a platform of npm', (browser) => {
  let context: TestContext
  let tab: TestPage

  beforeEach(async () => {
    context = await browser().newContext()
    tab = await context.newPage()
  })
  afterEach(() => context.close())

  it.each(journeys)('decides in the banner of $name, once', async (journey) => {
    const { name, banner, ready = () => true, accept, reopen, refuse } = journey
    const home = site.url('shop.test', `/${name}`)
    await tab.goto(home)
    await tab.waitFor(isShown, banner)
    await tab.waitFor(ready)
    expect(await seen(tab)).toMatchObject({ status: 'pending', obeyed: false, kept: false, errors: [] })

    await tab.click(accept)
    await tab.waitFor(isComplete)
    expect(await seen(tab)).toMatchObject({ approved: true, obeyed: true, kept: true, errors: [] })

    await tab.reload()
    expect(await seen(tab)).toMatchObject({ statusAtStart: 'complete', approved: true, obeyed: true, errors: [] })

    // What the platform itself has kept is enough.
    await tab.goto(`${home}/without-storage`)
    await tab.waitFor(isComplete)
    expect(await seen(tab)).toMatchObject({ approved: true, errors: [] })
    expect(await tab.evaluate(isShown, banner)).toBe(false)

    // The visitor changes the choice.
    await tab.goto(home)
    await tab.waitFor(ready)
    await tab.evaluate(reopen)
    for (const selector of refuse) await tab.click(selector)
    await tab.waitFor(() => !document.cookie.includes('s_cc=true'))
    await tab.reload()
    expect(await seen(tab)).toMatchObject({ statusAtStart: 'complete', approved: false, obeyed: false, errors: [] })
    expect(tab.errors).toEqual([])
  })
})
