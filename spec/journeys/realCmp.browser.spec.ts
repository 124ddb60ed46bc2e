/*
 * The demo page with the list of platforms: each one's own banner decides, and everybody on the way out is told in their words.
 */
import { axeViolations } from '../tools/axe.js'
import { eachBrowser } from '../tools/browser.js'
import type { TestBrowser, TestPage } from '../tools/browser.js'
import { openDemoSite } from '../tools/demoSite.js'
import type { Site } from '../tools/site.js'

interface Row {
  readonly name: string
  /** What shows that its banner listens. */
  readonly ready: string
  readonly accept: string
}

const standIn = (name: string): Row => ({ name, ready: '#stand-in:not([hidden])', accept: '#stand-in [data-all=yes]' })

const rows: readonly Row[] = [
  { name: 'vanillaCookieConsent', ready: '#cc-main .cm [data-role=all]', accept: '#cc-main .cm [data-role=all]' },
  { name: 'klaro', ready: '.klaro .cookie-notice .cm-btn-success', accept: '.klaro .cookie-notice .cm-btn-success' },
  { name: 'tarteaucitron', ready: '[data-platform=ready] #tarteaucitronPersonalize2', accept: '#tarteaucitronPersonalize2' },
  { name: 'orejime', ready: '.orejime-Banner-saveButton', accept: '.orejime-Banner-saveButton' },
  ...['oneTrust', 'cookiebot', 'didomi', 'usercentrics', 'trustArc'].map(standIn),
]

let site: Site
beforeAll(async () => {
  site = await openDemoSite()
})
afterAll(() => site.close())

const said = (page: TestPage) => page.evaluate(() => [...document.querySelectorAll('#out li')].map((entry) => entry.textContent ?? '').reverse())
const until = (page: TestPage, status: string) => page.waitFor((wanted) => document.querySelector('#status')?.textContent === wanted, status)

const visit = async (browser: TestBrowser, path: string) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(site.url('shop.example.test', path))
  return { page, close: () => context.close() }
}

const showsTheWayOut = (browser: () => TestBrowser, all: readonly Row[]) =>
  it.each(all)('shows what a choice in the banner of $name becomes', async ({ name, ready, accept }) => {
    const { page, close } = await visit(browser(), `/05-real-cmp/?platform=${name}`)
    await until(page, 'pending')
    await page.waitFor((selector) => document.querySelector(selector), ready)
    expect((await said(page)).map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual(['dataLayer consent default', 'uetq consent default'])

    await page.click(accept)
    await until(page, 'complete')
    const lines = await said(page)
    expect(lines).toContain('alloy setConsent {"consent":[{"standard":"Adobe","version":"1.0","value":{"general":"in"}}]}')
    expect(lines).toContain('fbq consent grant')
    expect(lines).toContain('uetq consent update {"ad_storage":"granted"}')
    expect(lines.filter((line) => line.startsWith('dataLayer consent update'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('optin'))).toHaveLength(2)

    await page.reload()
    await until(page, 'complete')
    expect(await page.evaluate(() => document.querySelector<HTMLSelectElement>('#platform')?.value)).toBe(name)
    expect(page.errors).toEqual([])
    await close()
  })

eachBrowser(['chromium'], 'the demo page of platforms', (browser) => showsTheWayOut(browser, rows))
eachBrowser(['firefox'], 'the demo page of platforms', (browser) => showsTheWayOut(browser, [rows[0]!, standIn('oneTrust')]))

eachBrowser(['chromium', 'firefox'], 'the demo page of platforms', (browser) => {
  it('takes a part of the questions, a change of mind, and forgets everything on request, by keyboard', async () => {
    const { page, close } = await visit(browser(), '/05-real-cmp/?platform=oneTrust')
    await page.waitFor(() => document.querySelector<HTMLElement>('#stand-in [name=C0002]')?.focus() === undefined && document.activeElement?.matches('[name=C0002]'))
    await page.press(' ')
    await page.press('Enter')
    await until(page, 'complete')
    expect(await said(page)).toContain('fbq consent revoke')
    expect((await said(page)).find((line) => line.startsWith('dataLayer consent update'))).toContain('"analytics_storage":"granted"')
    await page.click('#reopen')
    await page.click('#stand-in [data-all=no]')
    await page.waitFor(() => document.querySelector('#out li')?.textContent?.includes('"aa":false'))
    await page.click('#forget')
    await until(page, 'pending')
    await page.waitFor(() => !document.querySelector<HTMLElement>('#stand-in')?.hidden)
    await close()
  })
})

// How it looks and reads is no matter of the browser.
eachBrowser(['chromium'], 'the demo page of platforms', (browser) => {
  it('fits on a phone, with all that was said', async () => {
    const { page, close } = await visit(browser(), '/05-real-cmp/?platform=cookiebot')
    await page.setSize(360, 740)
    await page.waitFor(() => !document.querySelector<HTMLElement>('#stand-in')?.hidden)
    await page.click('#stand-in [data-all=yes]')
    await until(page, 'complete')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await close()
  })

  it('says which platforms are stand-ins, can be used by everybody, and takes nonsense in its address for the first', async () => {
    const { page, close } = await visit(browser(), '/05-real-cmp/?platform=constructor')
    await page.waitFor(() => document.querySelector('#cc-main .cm [data-role=all]'))
    expect(await page.evaluate(() => [...document.querySelectorAll('#platform optgroup')].map((group) => (group as HTMLOptGroupElement).label))).toEqual([
      'From npm, with their own banner',
      'Stand-ins',
    ])
    // A banner that is still fading in is too pale to be read.
    await page.waitFor(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
    expect(await axeViolations(page)).toEqual([])
    await page.goto(site.url('shop.example.test', '/05-real-cmp/?platform=didomi'))
    await page.waitFor(() => !document.querySelector<HTMLElement>('#stand-in')?.hidden)
    expect(await page.evaluate(() => document.querySelector('#stand-in')?.textContent)).toContain('stand-in')
    expect(await axeViolations(page)).toEqual([])
    await close()
  })
})
