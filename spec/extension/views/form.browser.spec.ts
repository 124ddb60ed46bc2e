import { existsSync, mkdirSync } from 'node:fs'
import { axeViolations } from '../../tools/axe.js'
import type { TestPage } from '../../tools/browser.js'
import { eachBrowser } from '../../tools/browser.js'
import type { Site } from '../../tools/site.js'
import { openSite } from '../../tools/site.js'
import { readManifest, readZip } from '../property.js'

type Settings = Record<string, unknown>
interface View {
  init(info: object): void
  validate(): boolean
  getSettings(): Settings
}
declare const window: Window & { view: View; chosen?: string }

// What Adobe's bridge offers a view: it keeps what was registered, and answers which data element was chosen.
const bridge = `window.extensionBridge = {
  register: (view) => { window.view = view },
  openDataElementSelector: () => Promise.resolve(window.chosen),
}`

const manifest = readManifest()
const parts = [...manifest.events, ...manifest.conditions, ...manifest.actions, ...manifest.dataElements].filter(({ viewPath }) => viewPath)
const views = ['configuration.html', ...parts.map(({ viewPath }) => viewPath as string)]
const configuration = {
  doesOptInApply: '%Region asks%',
  preOptInApprovals: { aa: true, target: false },
  previousPermissions: '%Decided earlier%',
  isOptInStorageEnabled: true,
  optInCookieDomain: 'example.com',
  optInStorageExpiry: 'SESSION',
  secureCookie: true,
  sameSiteCookie: 'Lax',
  policyVersion: '2',
  otherTabs: false,
  isIabContext: true,
  categories: { CHAT: 'chat' },
  adapters: { tcf: { map: { 1: ['aam'] } }, oneTrust: { map: { C0002: ['aa', 'mediaaa'] } }, gpc: { categories: ['aam', 'chat'] } },
  bridges: { webSdk: { name: 'alloy2' } },
  gate: { rules: { aa: ['_ga', '_ga_*'], chat: ['/^talk/'] }, unknown: 'refuse', undecided: 'refuse' },
}

/** Settings that a view must give back as they came: of its own, of a person's hand, and of Adobe's ECID extension. */
const given: Record<string, Settings[]> = {
  'configuration.html': [
    {},
    configuration,
    Object.fromEntries(Object.entries(configuration).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)])),
    { adapters: { oneTrust: { map: '%Map%' } }, gate: { rules: '%Rules%' } },
    { adapters: 'tcf, gpc', gate: true, bridges: ['webSdk'], preOptInApprovals: '%All of it%' },
    { gate: { rules: { aa: [{ name: '_ga', domain: 'example.com' }] }, stores: ['cookie'] }, doesOptInApply: false, optInStorageExpiry: 3600 },
    { orgId: 'X@AdobeOrg', doesOptInApply: 'function', optInCallback: '%Region asks%', isOptInStorageEnabled: true, optInStorageExpiry: 2, timeUnit: 'Weeks', preOptInApprovalInput: { aa: true }, variables: [{ name: 'secureCookie', value: 'true' }] },
  ],
  'complete.html': [{}, { ignoreEarlier: true }, { ignoreEarlier: 'true' }],
  'changed.html': [{}, { categories: ['aa', 'chat'] }, { categories: 'aa, %One%' }, { category: 'aa' }],
  'becameApproved.html': [{ categories: ['aa'] }, { categories: ['%Some%', 'TARGET'] }],
  'becameDenied.html': [{ categories: ['aa'] }],
  'approved.html': [{}, { categories: ['aa', 'chat'], match: 'any' }, { match: 'all' }],
  'approve.html': [{ categories: ['target', 'aa'], wait: true }, { categories: ['aa'], wait: '%Wait%' }],
  'deny.html': [{ categories: ['target', 'aa'], wait: 'false' }],
  'approveAll.html': [{}, { wait: true }],
  'denyAll.html': [{}, { wait: 'true' }],
  'decide.html': [{ decision: '%Choice%' }, { decision: { aa: true }, wait: true }],
  'permissions.html': [{}, { format: 'text' }],
  'category.html': [{ category: 'chat', format: 'text' }, { category: '%Which%' }],
}

/** What a person must not be able to save: where it is entered, and what is then said beside it. */
const nonsense: [view: string, settings: Settings, field: string, said: RegExp][] = [
  ['configuration.html', { optInCookieDomain: 'x; secure' }, 'optInCookieDomain', /no domain/],
  ['configuration.html', { optInStorageExpiry: 'soon' }, 'optInStorageExpiry', /no lifetime/],
  ['configuration.html', { previousPermissions: '{"aa":"maybe"}' }, 'previousPermissions', /“aa” must be true or false/],
  ['configuration.html', { preOptInApprovals: { nonsense: true } }, 'preOptInApprovals', /“nonsense” is no category/],
  ['configuration.html', { doesOptInApply: 'perhaps' }, 'doesOptInApply', /between percent signs/],
  ['configuration.html', { categories: { ANALYTICS: 'aa2' } }, 'categories', /no new categories/],
  ['configuration.html', { categories: '{"CHAT":' }, 'categories', /JSON cannot be read/],
  ['configuration.html', { adapters: { oneTrust: { map: { C0002: ['nonsense'] } } } }, 'adapters.oneTrust.map', /“nonsense” is no category/],
  ['configuration.html', { adapters: { gpc: { categories: ['nonsense'] } } }, 'adapters.gpc.categories', /“nonsense” is no category/],
  ['configuration.html', { gate: { rules: { nonsense: ['x'] } } }, 'gate.rules', /“nonsense” is no category/],
  ['configuration.html', { bridges: { webSdk: { name: 'my alloy' } } }, 'bridges.webSdk.name', /no name of a function/],
  ['changed.html', { categories: ['nonsense'] }, 'categories', /“nonsense” is no category/],
  ['becameApproved.html', {}, 'categories', /needed/],
  ['becameDenied.html', {}, 'categories', /needed/],
  ['approved.html', { categories: ['aa', '__proto__'] }, 'categories', /“__proto__” is no category/],
  ['approve.html', {}, 'categories', /needed/],
  ['deny.html', { categories: ['nonsense'] }, 'categories', /“nonsense” is no category/],
  ['approveAll.html', { wait: 'perhaps' }, 'wait', /between percent signs/],
  ['denyAll.html', { wait: 'perhaps' }, 'wait', /between percent signs/],
  ['decide.html', {}, 'decision', /needed/],
  ['decide.html', { decision: 'yes' }, 'decision', /neither a data element nor a map/],
  ['decide.html', { decision: '{"nonsense":true}' }, 'decision', /“nonsense” is no category/],
  ['category.html', {}, 'category', /needed/],
  ['category.html', { category: 'nonsense' }, 'category', /between percent signs/],
]

const info = (view: string, settings: Settings | null) => ({
  settings,
  ...(view !== 'configuration.html' && { extensionSettings: { categories: { CHAT: 'chat' } } }),
})

eachBrowser(['chromium'], 'the views', (browser) => {
  let site: Site
  let page: TestPage
  beforeAll(async () => {
    const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', html: 'text/html; charset=utf-8' }
    const routes = readZip().filter(([name]) => name.startsWith('views/')).map(([name, body]) => [`views.test/${name.slice(6)}`, { type: types[name.split('.').pop() as string] as string, body }])
    site = await openSite({
      ...Object.fromEntries(routes),
      'assets.adobedtm.com/activation/reactor/extensionbridge/extensionbridge.min.js': { type: 'text/javascript', body: bridge },
    })
    page = await (await browser().newContext()).newPage()
  })
  afterAll(() => site.close())

  const show = async (view: string, settings: Settings | null = null) => {
    await page.goto(site.url('views.test', `/${view}`))
    await page.evaluate((given) => window.view.init(given), info(view, settings))
  }
  const press = async (key: string, times: number) => {
    for (let time = 0; time < times; time++) await page.press(key)
  }
  const settings = () => page.evaluate(() => window.view.getSettings())
  const validate = () => page.evaluate(() => window.view.validate())
  const said = () =>
    page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.error:not([hidden])')].map((error) => [(error.closest('[data-field]') as HTMLElement).dataset['field'], error.textContent]))

  // PICTURES=1 draws the pictures of the docs anew.
  const draw = async (path: string) => {
    mkdirSync('docs/extension', { recursive: true })
    await page.setSize(760, 200)
    await page.setSize(760, await page.evaluate(() => document.documentElement.scrollHeight))
    await page.screenshot(path)
  }

  it('are accessible with errors too', async () => {
    for (const [view, wrong] of [['approve.html', {}], ['configuration.html', { ...configuration, optInStorageExpiry: 'soon', categories: '{', adapters: { gpc: { categories: ['x'] } } }]] as const) {
      await show(view, wrong)
      expect(await validate()).toBe(false)
      expect(await axeViolations(page)).toEqual([])
    }
  })

  it('have a table of settings for each', () => {
    expect(Object.keys(given).sort()).toEqual([...views].sort())
  })

  describe.each(views)('%s', (view) => {
    it('gives back the settings it was given, and calls them valid', async () => {
      await page.goto(site.url('views.test', `/${view}`))
      for (const one of given[view] as Settings[]) {
        await page.evaluate((given) => window.view.init(given), info(view, one))
        expect(await settings()).toEqual(one)
        expect([one, await validate(), await said()]).toEqual([one, true, []])
      }
      expect(page.errors).toEqual([])
    })

    it('is accessible, asks nobody else for anything, and has its picture in the docs', async () => {
      await show(view, (given[view] as Settings[])[1] ?? (given[view] as Settings[])[0])
      expect(await axeViolations(page)).toEqual([])
      const hosts = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).host))
      expect([...new Set(hosts)].sort()).toEqual(['assets.adobedtm.com', 'views.test'])
      expect(page.messages.filter(({ type }) => type === 'error')).toEqual([])
      const picture = `docs/extension/${view.replace('.html', '.png')}`
      if (process.env['PICTURES']) await draw(picture)
      expect(existsSync(picture)).toBe(true)
    })

    it('has a help text for every field', async () => {
      await show(view)
      const bare = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[data-field]')]
          .filter((box) => !box.querySelector('.help')?.textContent || !(box.querySelector('[aria-describedby]') ?? box.closest('[aria-describedby]')))
          .map((box) => box.dataset['field']),
      )
      expect(bare).toEqual([])
    })
  })

  it.each(nonsense)('%s refuses %j and says why beside the field', async (view, wrong, field, message) => {
    await show(view, wrong)
    expect(await validate()).toBe(false)
    const [[place, text], ...others] = (await said()) as [[string, string], ...unknown[]]
    expect([place, text, others]).toEqual([field, expect.stringMatching(message), []])
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const ids = (element.closest('fieldset') ?? element).getAttribute('aria-describedby') ?? element.getAttribute('aria-describedby') ?? ''
      const texts = ids.split(' ').map((id) => document.getElementById(id)?.textContent)
      return [element.getAttribute('aria-invalid'), (element.closest('[data-field]') as HTMLElement).dataset['field'], texts]
    })
    expect(focused).toEqual(['true', field, expect.arrayContaining([expect.stringMatching(message)])])
  })

  it('takes a wrong mark away once the value is right', async () => {
    await show('decide.html', { decision: 'yes' })
    await validate()
    await page.evaluate(() => window.view.init({ settings: { decision: '%Choice%' } }))
    expect([await said(), await validate(), await said()]).toEqual([[], true, []])
  })

  it('is filled in by keyboard alone', async () => {
    await show('approve.html')
    await page.press('Tab')
    await page.press('Space')
    await press('Tab', 2)
    await page.press('Space')
    expect(await settings()).toEqual({ categories: ['aam', 'aa'] })
    await press('Tab', 9)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await page.press('ArrowDown')
    expect(await settings()).toEqual({ categories: ['aam', 'aa'], wait: true })
  })

  it('puts a chosen data element where it belongs', async () => {
    await show('decide.html')
    await page.evaluate(() => void (window.chosen = '%Choice%'))
    await page.click('[data-field=decision] button')
    await page.waitFor(() => window.view.getSettings()['decision'])
    expect(await settings()).toEqual({ decision: '%Choice%' })
    await show('approve.html', { categories: ['aa', '%One%'] })
    await page.evaluate(() => void (window.chosen = 'Two'))
    await page.click('[data-field=categories] button')
    await page.waitFor(() => (window.view.getSettings()['categories'] as string[]).length > 2)
    expect(await settings()).toEqual({ categories: ['aa', '%One%', '%Two%'] })
  })

  it('leaves a field alone when no data element was chosen', async () => {
    await show('decide.html', { decision: '%Old%' })
    await page.click('[data-field=decision] button')
    expect(await settings()).toEqual({ decision: '%Old%' })
  })

  it('changes what was changed, and keeps the rest as it came', async () => {
    await show('configuration.html', { ...configuration, gate: 'true', unknownToTheForm: 1, isOptInStorageEnabled: 'true' })
    await page.evaluate(() => {
      const area = document.querySelector('[data-field="adapters.oneTrust.map"] textarea') as HTMLTextAreaElement
      area.value = 'C0002 = aa\n\nC0004 = aam, target'
      ;(document.querySelector('[data-field="adapters.tcf"] input') as HTMLInputElement).click()
      ;(document.querySelector('#permission-ecid') as HTMLSelectElement).value = 'true'
    })
    expect(await validate()).toBe(true)
    expect(await settings()).toEqual({
      ...configuration,
      gate: 'true',
      unknownToTheForm: 1,
      isOptInStorageEnabled: 'true',
      preOptInApprovals: { aa: true, ecid: true, target: false },
      adapters: { oneTrust: { map: { C0002: ['aa'], C0004: ['aam', 'target'] } }, gpc: configuration.adapters.gpc },
    })
  })

  it('shows what came as text or as a list, and keeps what was not changed as it came', async () => {
    const others = { bridges: ['webSdk'], gate: '{"unknown":"refuse"}' }
    await show('configuration.html', { ...others, adapters: 'tcf, gpc' })
    const shown = await page.evaluate(() => ({
      ticked: [...document.querySelectorAll<HTMLInputElement>('[data-kind=group] input:checked')].map((tick) => (tick.closest('[data-field]') as HTMLElement).dataset['field']),
      unknown: (document.querySelector('[data-field="gate.unknown"] select') as HTMLSelectElement).value,
    }))
    expect(shown).toEqual({ ticked: ['adapters.tcf', 'adapters.gpc', 'gate', 'bridges.webSdk'], unknown: 'refuse' })
    await page.click('[data-field="adapters.tcf"] input')
    expect(await settings()).toEqual({ ...others, adapters: { gpc: {} } })
    await page.click('[data-field="adapters.gpc"] input')
    expect(await settings()).toEqual(others)
  })

  it('makes an empty map of a part that is turned on, and keeps in one what has no field', async () => {
    await show('configuration.html', {})
    for (const field of ['adapters.gpc', 'gate']) await page.click(`[data-field="${field}"] input`)
    expect(await settings()).toEqual({ adapters: { gpc: {} }, gate: {} })
    await show('configuration.html', { adapters: { tcf: { timeout: 5 } }, bridges: '', gate: { stores: ['cookie'] } })
    await page.evaluate(() => void ((document.querySelector('[data-field="gate.unknown"] select') as HTMLSelectElement).value = 'refuse'))
    expect(await settings()).toEqual({ adapters: { tcf: { timeout: 5 } }, bridges: '', gate: { stores: ['cookie'], unknown: 'refuse' } })
  })

  it('does not ask for a right value in a part that is turned off', async () => {
    await show('configuration.html', { adapters: { gpc: { categories: ['nonsense'] } } })
    expect(await validate()).toBe(false)
    await page.click('[data-field="adapters.gpc"] input')
    expect([await validate(), await settings()]).toEqual([true, {}])
  })

  it('carries settings of Adobe’s ECID extension over when something is changed', async () => {
    await show('configuration.html', given['configuration.html']?.at(-1) as Settings)
    await page.evaluate(() => void ((document.querySelector('[data-field=policyVersion] input') as HTMLInputElement).value = '2'))
    expect(await settings()).toEqual({
      orgId: 'X@AdobeOrg',
      doesOptInApply: '%Region asks%',
      isOptInStorageEnabled: true,
      optInStorageExpiry: 1_209_600,
      preOptInApprovals: { aa: true },
      secureCookie: 'true',
      policyVersion: '2',
    })
  })

  it('offers a category of the site’s own as soon as it is entered', async () => {
    await show('configuration.html')
    await page.type('[data-field=categories] textarea', 'CHAT = chat')
    await page.press('Tab')
    await page.waitFor(() => document.querySelector('#permission-chat'))
    await page.evaluate(() => void ((document.querySelector('#permission-chat') as HTMLSelectElement).value = 'true'))
    expect([await settings(), await validate()]).toEqual([{ categories: { CHAT: 'chat' }, preOptInApprovals: { chat: true } }, true])
  })
})
