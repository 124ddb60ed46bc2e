import type * as Global from '../../lib/global.js'
import type { AnyOptIn } from '../../lib/types.js'
import type { TestBrowser, TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'
import type { Property, Rule } from './property.js'
import { libraryOf } from './property.js'

interface Shop extends Window {
  noted?: Record<string, unknown>[]
  region?: unknown
  adobe: { optIn: AnyOptIn }
  VisitorOptIn: typeof Global
  first?: unknown
}
declare const window: Shop

const page = (scripts: string) => `<!doctype html><title>Shop</title>${scripts}<button id="yes">Yes</button><button id="no">No</button><button id="odd">Odd</button>`

const banner: Property = {
  configuration: { doesOptInApply: true, isOptInStorageEnabled: true },
  dataElements: { 'Analytics approved': ['category', { category: 'aa', format: 'text' }], Permissions: ['permissions'], Status: ['status'] },
  rules: {
    'Banner says yes': { event: ['site.click', { selector: '#yes' }], actions: [['approve', { categories: ['aa', 'target'] }]] },
    'Banner says no': { event: ['site.click', { selector: '#no' }], actions: [['deny', { categories: ['aa'] }]] },
    'Permission changed': {
      event: ['permission-changed', { categories: ['aa'] }],
      actions: [['site.note', { rule: 'changed', changed: '%event.detail.changed%', source: '%event.detail.source%', type: '%event.$type%', aa: '%Analytics approved%', all: '%Permissions%' }]],
    },
    'Held back': {
      event: ['opt-in-complete'],
      conditions: [['approved', { categories: ['aa', 'aam'] }]],
      actions: [['site.note', { rule: 'held back' }]],
    },
    'Let through': {
      event: ['opt-in-complete'],
      conditions: [['approved', { categories: ['aa', 'aam'], match: 'any' }], ['pending', {}, { negate: true }], ['opt-in-applies']],
      actions: [['site.note', { rule: 'let through', status: '%Status%' }]],
    },
  },
}

const open = async (browser: TestBrowser, site: Site, { path = '/', isDebugged = false } = {}): Promise<TestPage> => {
  const opened = await (await browser.newContext()).newPage()
  if (isDebugged) await opened.addInitScript(`localStorage.setItem('com.adobe.reactor.debug', 'true')`)
  await opened.goto(site.url('shop.test', path))
  return opened
}
const noted = (opened: TestPage) => opened.evaluate(() => window.noted ?? [])
const permissions = (opened: TestPage) => opened.evaluate(() => window.adobe.optIn.permissions as Record<string, boolean>)

eachBrowser(['chromium'], 'the extension in the engine of Tags', (browser) => {
  const sites: Site[] = []
  const serve = async (property: Property, scripts = '<script src="/tags.js"></script>') => {
    const site = await openSite({ '/': page(scripts), '/tags.js': { type: 'text/javascript', body: libraryOf(property) } })
    sites.push(site)
    return site
  }
  afterEach(async () => {
    await Promise.all(sites.splice(0).map((site) => site.close()))
  })

  it('lets a banner’s rule approve, and starts rules once per change, with data elements in their settings', async () => {
    const opened = await open(browser(), await serve(banner))
    await opened.click('#yes')
    const first = await noted(opened)
    expect(first).toEqual([
      { rule: 'changed', changed: ['aa', 'target'], source: 'page', type: 'visitor-opt-in.permission-changed', aa: 'true', all: await permissions(opened) },
      { rule: 'let through', status: 'complete' },
    ])
    await opened.click('#yes')
    expect((await noted(opened)).filter(({ rule }) => rule === 'changed')).toHaveLength(1)
    await opened.click('#no')
    expect((await noted(opened)).filter(({ rule }) => rule === 'changed').map(({ changed, aa }) => [changed, aa])).toEqual([
      [['aa', 'target'], 'true'],
      [['aa'], 'false'],
    ])
    expect((await noted(opened)).some(({ rule }) => rule === 'held back')).toBe(false)
    expect(opened.errors).toEqual([])
  })

  it('knows the decision at the next page, and starts the rule for complete there', async () => {
    const opened = await open(browser(), await serve(banner))
    await opened.click('#yes')
    await opened.reload()
    expect((await permissions(opened))['aa']).toBe(true)
    expect(await noted(opened)).toEqual([{ rule: 'let through', status: 'complete' }])
  })

  it('behaves for text as for real values', async () => {
    const settings = {
      doesOptInApply: true,
      preOptInApprovals: { aa: true, campaign: false },
      isOptInStorageEnabled: true,
      optInStorageExpiry: 3600,
      isIabContext: false,
      categories: { CHAT: 'chat' },
      gate: { rules: { chat: ['talk_*'] } },
      adapters: { gpc: { categories: ['aam'] } },
    }
    const asText = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]))
    const rules = (isText: boolean): Record<string, Rule> => ({
      Yes: {
        event: ['site.click', { selector: '#yes' }],
        actions: isText
          ? [['approve', { categories: 'target, chat', wait: 'true' }], ['decide', { decision: '{"ecid":"true"}', wait: 'true' }], ['complete']]
          : [['approve', { categories: ['target', 'chat'], wait: true }], ['decide', { decision: { ecid: true }, wait: true }], ['complete']],
      },
    })
    const seen = []
    for (const [configuration, isText] of [[settings, false], [asText, true]] as const) {
      const opened = await open(browser(), await serve({ configuration, rules: rules(isText) }))
      await opened.evaluate(() => void (document.cookie = 'talk_1=held'))
      const before = await permissions(opened)
      await opened.click('#yes')
      seen.push([before, await permissions(opened), await opened.evaluate(() => document.cookie.split('; ').sort())])
      expect(opened.errors).toEqual([])
      await sites.pop()?.close()
    }
    expect(seen[1]).toEqual(seen[0])
    expect(seen[0]).toEqual([
      expect.objectContaining({ aa: true, target: false, chat: false }),
      expect.objectContaining({ aa: true, target: true, chat: true, ecid: true, aam: false }),
      [expect.stringMatching(/^adobeujs-optin=/), 'talk_1=held', expect.stringMatching(/^visitor-opt-in=/)],
    ])
  })

  it('asks data elements for its configuration, and lets opt-in apply while they know nothing', async () => {
    const property: Property = {
      configuration: { doesOptInApply: '%Region asks%', previousPermissions: '%Decided earlier%' },
      dataElements: { 'Region asks': ['site.global', { name: 'region' }], 'Decided earlier': ['site.global', { name: 'earlier' }] },
    }
    const seen = []
    for (const script of ['', 'region = false', 'region = true; earlier = { aa: true }']) {
      const opened = await open(browser(), await serve(property, `<script>${script}</script><script src="/tags.js"></script>`))
      seen.push(await opened.evaluate(() => [window.adobe.optIn.doesOptInApply, window.adobe.optIn.isApproved('aa'), window.adobe.optIn.isApproved('target')]))
      await sites.pop()?.close()
    }
    expect(seen).toEqual([[true, false, false], [false, true, true], [true, true, false]])
  })

  it('logs nonsense with what to do, and the other rules run on', async () => {
    const opened = await open(
      browser(),
      await serve({
        configuration: { doesOptInApply: true, optInStorageExpiry: 'soon' },
        dataElements: { Nothing: ['site.global', { name: 'nothing' }], Wrong: ['category', { category: 'nonsense' }] },
        rules: {
          Odd: {
            event: ['site.click', { selector: '#odd' }],
            actions: [['approve', { categories: ['nonsense'] }], ['decide', { decision: '%Nothing%' }], ['site.note', { rule: 'after', wrong: '%Wrong%' }]],
          },
          'Odd event': { event: ['permission-approved', { categories: ['%Nothing%'] }], actions: [['site.note', { rule: 'never' }]] },
          'Odd condition': { event: ['site.click', { selector: '#odd' }], conditions: [['approved', { categories: '%Nothing%' }]], actions: [['site.note', { rule: 'never' }]] },
          Sound: { event: ['site.click', { selector: '#odd' }], actions: [['approve', { categories: ['aa'] }]] },
        },
      }),
      { isDebugged: true },
    )
    await opened.click('#odd')
    expect(await noted(opened)).toEqual([{ rule: 'after' }])
    expect(await permissions(opened)).toMatchObject({ aa: true, target: false })
    const logged = opened.messages.filter(({ type }) => type === 'error').map(({ text }) => text)
    expect(logged).toEqual([
      expect.stringMatching(/\[Visitor Opt-in\].*`optInStorageExpiry` must be seconds.*Correct it in the configuration of the extension/),
      expect.stringMatching(/`categories` must be made of categories.*The categories are aam,adcloud/),
      expect.stringMatching(/`categories` must be made of categories.*"nonsense".*Nothing was done: correct the settings/),
      expect.stringMatching(/`decision` must be a map.*Nothing was done: correct the settings/),
      expect.stringMatching(/`category` must be made of categories.*"nonsense"/),
      expect.stringMatching(/`categories` must be made of categories.*Nothing was done/),
    ])
    expect(opened.errors).toEqual([])
  })

  it('keeps the cookies of denied categories away, from the load of the library on', async () => {
    const configuration = { doesOptInApply: true, gate: true }
    const opened = await open(browser(), await serve({ ...banner, configuration }, '<script src="/tags.js"></script><script>document.cookie = "s_cc=true"</script>'))
    const cookies = () => opened.evaluate(() => document.cookie)
    const before = await cookies()
    await opened.click('#yes')
    const approved = await cookies()
    await opened.click('#no')
    expect([before, approved, await cookies()]).toEqual(['', 's_cc=true', ''])
  })

  it.each([
    ['loaded twice', '<script src="/tags.js"></script><script>first = adobe.optIn</script><script src="/tags.js"></script>'],
    ['loaded after the script tag', '<script src="/dist/opt-in.global.js"></script><script>first = VisitorOptIn.install({ doesOptInApply: true })</script><script src="/tags.js"></script>'],
    ['loaded before the script tag', '<script src="/tags.js"></script><script src="/dist/opt-in.global.js"></script><script>first = adobe.optIn; VisitorOptIn.install()</script>'],
  ])('leaves one object on the page when it is %s', async (_title, scripts) => {
    const opened = await open(browser(), await serve(banner, scripts))
    await opened.click('#yes')
    expect(await opened.evaluate(() => [window.first === window.adobe.optIn, window.adobe.optIn.isApproved('aa')])).toEqual([true, true])
    expect((await noted(opened)).filter(({ rule }) => rule === 'changed')).toHaveLength(1)
  })
})
