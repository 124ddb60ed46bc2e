import { readdirSync } from 'node:fs'
import type { TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'

const connectors = ['adapters', 'bridges'].flatMap((folder) => readdirSync(`lib/${folder}`).map((file) => `${folder}/${file.replace(/\.ts$/, '')}`))
const policy = { 'content-security-policy': "default-src 'none'; script-src 'self'" }
const scripts = (...files: string[]) => files.map((file) => `<script src="/dist/${file}.global.js"></script>`).join('\n')
const page = (body: string) => ({ headers: policy, body: `<!doctype html><html lang="en"><title>Scripts</title>${body}</html>` })

// The last four are for the other script files, not for pages.
const core = ['Categories', 'OptInError', 'createOptIn', 'install', 'checkKinds', 'checkOption', 'connectPlatform', 'invalidConfig']

let site: Site

beforeAll(async () => {
  site = await openSite({
    '/bare': page(''),
    '/alone': page(scripts('opt-in')),
    '/all': page(scripts('opt-in', 'gate', 'request-gate', 'commands', ...connectors)),
    '/upside-down': page(scripts(...connectors, 'commands', 'request-gate', 'gate', 'opt-in')),
    '/adobe': page(`<script src="/adobe.js"></script>${scripts('opt-in')}`),
    '/adobe.js': { type: 'text/javascript', body: 'window.adobe = { target: { mine: true }, OptInCategories: { MINE: "mine" } }; window.theirs = window.adobe' },
  })
})
afterAll(() => site.close())

interface Globals {
  VisitorOptIn: Record<string, unknown> & { install(config?: object): { approve(name: string): void; isApproved(name: string): boolean } }
  adobe: { optIn?: unknown; OptInCategories: Record<string, string>; target?: unknown }
  theirs: unknown
}
type Alloy = (command: string, options?: object) => Promise<unknown>
interface Made {
  VisitorOptIn: Record<string, (options?: object) => Alloy> & { OptInError: ErrorConstructor }
}

eachBrowser(['chromium', 'firefox', 'webkit'], 'the script files', (browser) => {
  let tab: TestPage
  beforeAll(async () => {
    tab = await (await browser().newContext()).newPage()
  })
  const open = (path: string) => tab.goto(site.url('shop.example.test', path, browser().name === 'webkit' ? 'http' : 'https'))
  const names = () => tab.evaluate(() => Object.keys(window))
  const exported = () => tab.evaluate(() => Object.keys((window as unknown as Globals).VisitorOptIn).sort())

  it('put two names on window, and no more', async () => {
    await open('/bare')
    const before = await names()
    await open('/alone')
    expect((await names()).filter((name) => !before.includes(name)).sort()).toEqual(['VisitorOptIn', 'adobe'])
    expect(await exported()).toEqual([...core, 'tcf'].sort())
  })

  it.each(['/all', '/upside-down'])('each add their export to VisitorOptIn, in any order (%s)', async (path) => {
    await open(path)
    const connectorNames = connectors.map((name) => name.split('/').pop())
    const wanted = [...core, 'cookieGate', 'createCommands', 'requestGate', ...connectorNames]
    expect(await exported()).toEqual([...new Set(wanted)].sort())
    expect(tab.errors).toEqual([])
  })

  it.each(['/all', '/upside-down'])('work together in any order, and throw the one OptInError (%s)', async (path) => {
    await open(path)
    const seen = await tab.evaluate(async () => {
      const { VisitorOptIn } = window as unknown as Made
      document.cookie = 'mine=; Max-Age=0'
      const faults = [
        () => VisitorOptIn.cookieGate!({ undecided: 'maybe' }),
        () => VisitorOptIn.requestGate!({ rules: 5 }),
        () => VisitorOptIn.klaro!({ timeout: 'soon' }),
        () => VisitorOptIn.createCommands!({ limit: 'none' }),
      ].map((act) => {
        try {
          return act()
        } catch (error) {
          return error instanceof VisitorOptIn.OptInError && (error as unknown as { code: string }).code
        }
      })
      const gate = VisitorOptIn.cookieGate!({ rules: { aa: ['mine'] } })
      let answer: object | null = null
      let heard = () => {}
      const adapter = VisitorOptIn.custom!({ read: () => answer, subscribe: (look: () => void) => { heard = look } })
      VisitorOptIn.install!({ doesOptInApply: true, gate, adapters: adapter })
      document.cookie = 'mine=1'
      const alloy = VisitorOptIn.createCommands!({ commands: { count: { needs: ['aa'], run: () => 'counted' } } })
      await alloy('configure', { optInEnabled: true })
      const counted = alloy('count')
      const before = document.cookie
      answer = { aa: true }
      heard()
      return [faults, before.includes('mine'), await counted, document.cookie.includes('mine=1')]
    })
    expect(seen).toEqual([Array(4).fill('invalid-config'), false, 'counted', true])
  })

  it('install the page’s one object on window.adobe.optIn', async () => {
    await open('/alone')
    const seen = await tab.evaluate(() => {
      const { VisitorOptIn, adobe } = window as unknown as Globals
      const optIn = VisitorOptIn.install({ doesOptInApply: 'true' })
      optIn.approve('aa')
      return [adobe.optIn === optIn, VisitorOptIn.install() === optIn, optIn.isApproved('aa'), optIn.isApproved('target')]
    })
    expect(seen).toEqual([true, true, true, false])
  })

  it('add to a window.adobe that is there, and leave what it holds', async () => {
    await open('/adobe')
    const seen = await tab.evaluate(() => {
      const { VisitorOptIn, adobe, theirs } = window as unknown as Globals
      VisitorOptIn.install()
      return [adobe === theirs, adobe.target, adobe.OptInCategories, typeof adobe.optIn]
    })
    expect(seen).toEqual([true, { mine: true }, { MINE: 'mine' }, 'object'])
  })

  it('leave window.adobe.OptInCategories writable, as VisitorAPI needs it', async () => {
    await open('/alone')
    const seen = await tab.evaluate(() => {
      const { adobe } = window as unknown as Globals
      const first = adobe.OptInCategories.ANALYTICS
      adobe.OptInCategories = { OTHER: 'other' }
      return [first, adobe.OptInCategories]
    })
    expect(seen).toEqual(['aa', { OTHER: 'other' }])
  })
})
