/*
 * A site with an IAB TCF platform: the IAB's own library behind a small banner, the script tag with `isIabContext`,
 * and libraries with the habits of Adobe's.
 */
import { tcfScript, tcString } from '../fakes/tcfScripts.js'
import type { TestContext, TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'

interface Page {
  readonly adobe: { readonly optIn: { readonly status: string; isApproved(category: string | string[]): boolean } }
  readonly consent: unknown[]
  readonly errors: string[]
  readonly statusAtStart: string
}

const choices = { accept: tcString({ purposes: [1, 10] }), part: tcString({ purposes: [1] }), refuse: tcString({ purposes: [], vendors: [] }) }

/** The platform keeps its TC string, shows its banner where there is none, and again when it is asked to. */
const platform = `
  const cmp = new iabTcf.CmpApi(300, 1, true)
  const choices = ${JSON.stringify(choices)}
  const kept = localStorage.getItem('tc')
  const show = (isShown) => { banner.hidden = !isShown; cmp.update(localStorage.getItem('tc') || '', isShown) }
  if (new URLSearchParams(location.search).has('outside')) cmp.update(null)
  else show(!kept)
  for (const button of banner.querySelectorAll('button')) button.onclick = () => {
    localStorage.setItem('tc', choices[button.id])
    show(false)
  }
  reopen.onclick = () => show(true)`

/** Waits as Audience Manager's library does, and leaves a cookie as long as it may. */
const solution = `
  adobe.optIn.fetchPermissions(() => {
    document.cookie = adobe.optIn.isApproved('aam') ? 'aam_uuid=1; path=/' : 'aam_uuid=; path=/; max-age=0'
  }, true)
  consent = []
  if (adobe.optIn.isIabContext)
    adobe.optIn.execute({ command: 'iabPlugin.fetchConsentData', params: {}, callback: (error, data) =>
      consent.push(error, data.gdprApplies, data.consentString, data.hasConsentChangedSinceLastCmpPull, adobe.optIn.isApproved('aam')) })`

const page = (query: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title>
  ${query.includes('stub') ? '<script src="/npm/@iabtechlabtcf/stub/lib/stub.js"></script>' : ''}
  <script src="/dist/opt-in.global.js"></script>
  <script>
    errors = []
    VisitorOptIn.install({ doesOptInApply: true, isIabContext: true, isOptInStorageEnabled: ${!query.includes('forgetful')},
      onError: (error) => errors.push(String(error)) })
    statusAtStart = adobe.optIn.status
  </script>
  <script src="/solution.js"></script>
  <body><main><h1>A shop</h1><button id="reopen">Change my choice</button></main>
  <dialog open id="banner"><button id="accept">Accept</button><button id="part">Some</button><button id="refuse">Refuse</button></dialog>
  <script src="/tcf.js" defer></script><script src="/platform.js" defer></script></body></html>`

let site: Site
beforeAll(async () => {
  const script = (body: string) => ({ type: 'text/javascript; charset=utf-8', body })
  site = await openSite({
    '/': ({ query }) => page(query),
    '/solution.js': script(solution),
    '/tcf.js': script(await tcfScript()),
    '/platform.js': script(platform),
  })
})
afterAll(() => site.close())

const isComplete = () => (globalThis as unknown as Page).adobe.optIn.status === 'complete'

eachBrowser(['chromium', 'firefox'], 'a visitor of a site with a TCF platform', (browser) => {
  let context: TestContext
  let tab: TestPage
  beforeEach(async () => {
    context = await browser().newContext()
    tab = await context.newPage()
  })
  afterEach(() => context.close())

  const seen = () =>
    tab.evaluate(() => {
      const { adobe, consent, errors, statusAtStart } = globalThis as unknown as Page
      return {
        status: adobe.optIn.status,
        statusAtStart,
        approved: adobe.optIn.isApproved(['aam', 'ecid']),
        obeyed: document.cookie.includes('aam_uuid=1'),
        kept: document.cookie.includes('adobeujs-optin='),
        consent,
        errors,
      }
    })

  it.each(['', '?stub'])('decides in the banner, once, and may change the choice: /%s', async (query) => {
    await tab.goto(site.url('shop.test', `/${query}`))
    await tab.waitFor(() => !document.querySelector<HTMLElement>('#banner')?.hidden && 'iabTcf' in globalThis)
    expect(await seen()).toMatchObject({ status: 'pending', obeyed: false, kept: false, consent: [], errors: [] })

    await tab.click('#accept')
    await tab.waitFor(isComplete)
    expect(await seen()).toMatchObject({ approved: true, obeyed: true, kept: true, consent: [null, true, choices.accept, true, true], errors: [] })

    // The next page knows it before the platform is there, and asks nothing.
    await tab.reload()
    await tab.waitFor(() => (globalThis as unknown as Page).consent.length)
    expect(await seen()).toMatchObject({
      statusAtStart: 'complete',
      approved: true,
      obeyed: true,
      consent: [null, true, choices.accept, false, true],
      errors: [],
    })
    expect(await tab.evaluate(() => document.querySelector<HTMLElement>('#banner')?.hidden)).toBe(true)

    // The banner, opened again, is no answer; the new choice is.
    await tab.click('#reopen')
    expect(await seen()).toMatchObject({ approved: true, obeyed: true })
    await tab.click('#part')
    await tab.waitFor(() => !document.cookie.includes('aam_uuid=1'))
    expect(await seen()).toMatchObject({ status: 'complete', approved: false, errors: [] })
    expect(tab.errors).toEqual([])
  })

  it('needs no cookie of ours where the platform keeps the choice', async () => {
    await tab.goto(site.url('shop.test', '/?forgetful'))
    await tab.click('#refuse')
    await tab.waitFor(isComplete)
    await tab.reload()
    expect(await seen()).toMatchObject({ statusAtStart: 'pending', kept: false })
    await tab.waitFor(isComplete)
    expect(await seen()).toMatchObject({ approved: false, obeyed: false, kept: false, errors: [] })
  })

  it('is not asked where the GDPR does not apply', async () => {
    await tab.goto(site.url('shop.test', '/?outside'))
    await tab.waitFor(isComplete)
    expect(await seen()).toMatchObject({ approved: true, obeyed: true, errors: [] })
    expect((await seen()).consent.slice(0, 2)).toEqual([null, false])
  })
})
