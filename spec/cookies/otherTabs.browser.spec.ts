/*
 * The opt-in cookie in real browsers: other tabs, sibling hosts, domains and what a strict page allows.
 */
import type { TestContext, TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'

interface Page {
  readonly adobe: {
    readonly optIn: {
      readonly status: string
      isApproved(category: string): boolean
      decide(decision: object): void
      deny(category: string): void
      reset(): void
    }
  }
  readonly changes: string[]
  readonly errors: string[]
}

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>
  <script src="/dist/opt-in.global.js"></script><script src="/page.js"></script></html>`
const script = `
  window.changes = []
  window.errors = []
  const settings = new URLSearchParams(location.search)
  VisitorOptIn.install({ doesOptInApply: true, isOptInStorageEnabled: true, ...Object.fromEntries(settings), onError: (error) => errors.push(error.code) })
  adobe.optIn.on('change', ({ source, status }) => changes.push(source + ' ' + status))`

let site: Site
beforeAll(async () => {
  site = await openSite({
    '/': { type: 'text/html', headers: { 'content-security-policy': "default-src 'none'; script-src 'self'" }, body: page },
    '/page.js': { type: 'text/javascript', body: script },
  })
})
afterAll(() => site.close())

const look = (tab: TestPage) =>
  tab.evaluate(() => {
    const { adobe, changes, errors } = window as unknown as Page
    return { status: adobe.optIn.status, aa: adobe.optIn.isApproved('aa'), changes, errors }
  })
const decide = (tab: TestPage, decision: object) => tab.evaluate((said) => (window as unknown as Page).adobe.optIn.decide(said), decision)
const untilApproved = (tab: TestPage, wanted: boolean) => tab.waitFor((is) => (window as unknown as Page).adobe.optIn.isApproved('aa') === is, wanted)
const untilStatus = (tab: TestPage, wanted: string) => tab.waitFor((is) => (window as unknown as Page).adobe.optIn.status === is, wanted)

eachBrowser(['chromium', 'firefox'], 'a decision', (browser) => {
  let context: TestContext
  beforeEach(async () => {
    context = await browser().newContext()
  })
  afterEach(() => context.close())
  const open = async (host: string, path = '/') => {
    const tab = await context.newPage()
    await tab.goto(site.url(host, path))
    return tab
  }

  it('reaches the other tabs without a reload and without an echo, and so does its withdrawal and a reset', async () => {
    const [one, two] = [await open('www.shop.test'), await open('www.shop.test')]
    await decide(one, { aa: true })
    await untilApproved(two, true)
    await decide(two, { aa: false })
    await untilApproved(one, false)
    await one.evaluate(() => (window as unknown as Page).adobe.optIn.reset())
    await untilStatus(two, 'pending')
    expect(await look(one)).toEqual({ status: 'pending', aa: false, changes: ['page complete', 'other-tab complete', 'reset pending'], errors: [] })
    expect(await look(two)).toEqual({ status: 'pending', aa: false, changes: ['other-tab complete', 'page complete', 'other-tab pending'], errors: [] })
  })

  it('stays in its own tab where otherTabs is off', async () => {
    const [one, two, three] = [await open('www.shop.test'), await open('www.shop.test', '/?otherTabs=false'), await open('www.shop.test')]
    await decide(one, { aa: true })
    await untilApproved(three, true)
    expect(await look(two)).toMatchObject({ status: 'pending', changes: [] })
  })

  it('reaches a sibling host, whose browser tells of the cookie', async () => {
    const [one, two] = [await open('www.shop.test'), await open('help.shop.test')]
    await decide(one, { aa: true })
    if (await two.evaluate(() => 'cookieStore' in window)) await untilApproved(two, true)
    else await two.reload()
    expect(await look(two)).toMatchObject({ status: 'complete', aa: true })
  })

  it('is kept on the widest domain, in one cookie, though a page before it wrote others', async () => {
    const tab = await open('a.b.shop.test')
    await tab.evaluate(() => {
      const text = encodeURIComponent(JSON.stringify({ aa: true, other: 'kept' }))
      for (const domain of ['shop.test', 'b.shop.test', 'a.b.shop.test']) document.cookie = `adobeujs-optin=${text}; path=/; domain=${domain}`
      document.cookie = `adobeujs-optin=${text}; path=/`
    })
    await tab.reload()
    expect(await look(tab)).toMatchObject({ status: 'complete', aa: true })
    await decide(tab, { aa: false })
    const kept = (await context.newPage().then((other) => tab.cookies().finally(() => other.close()))).filter(({ name }) => name === 'adobeujs-optin')
    expect(kept).toEqual([expect.objectContaining({ domain: '.shop.test', path: '/' })])
    expect(JSON.parse(decodeURIComponent(kept[0]?.value ?? ''))).toMatchObject({ aa: false, other: 'kept' })
    await tab.reload()
    expect(await look(tab)).toMatchObject({ status: 'complete', aa: false })
  })

  it('leaves no cookie behind but its own', async () => {
    const tab = await open('www.shop.test', '/?policyVersion=2')
    await decide(tab, { aa: true })
    expect((await tab.cookies()).map(({ name }) => name).sort()).toEqual(['adobeujs-optin', 'visitor-opt-in'])
    await tab.goto(site.url('www.shop.test', '/?policyVersion=3'))
    expect(await look(tab)).toMatchObject({ status: 'pending' })
  })

  it('that the browser does not keep is reported, and holds for the page', async () => {
    const tab = await context.newPage()
    await tab.goto(site.url('www.shop.test', '/?secureCookie=true', 'http'))
    await decide(tab, { aa: true })
    expect(await look(tab)).toMatchObject({ status: 'complete', aa: true, errors: ['storage-failed'] })
  })
})
