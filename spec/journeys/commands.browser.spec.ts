/*
 * The Web SDK's old opt-in in front of the real alloy, and small SDKs that wait for a category each: the demo pages, in real browsers.
 */
import type { TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import { openDemoSite } from '../tools/demoSite.js'
import type { Site } from '../tools/site.js'

let site: Site
beforeAll(async () => {
  site = await openDemoSite()
})
afterAll(() => site.close())

const rows = (page: TestPage, list: string) => page.evaluate((id) => [...document.querySelectorAll(`#${id} li`)].map((row) => row.textContent), list)
const untilRows = (page: TestPage, list: string, wanted: readonly string[]) =>
  page.waitFor(([id, texts]) => JSON.stringify([...document.querySelectorAll(`#${id} li`)].map((row) => row.textContent)) === texts, [list, JSON.stringify(wanted)] as const)

eachBrowser(['chromium', 'firefox'], 'commands', (browser) => {
  const open = async (path: string) => {
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.goto(site.url('shop.example.test', path))
    return { page, close: () => context.close() }
  }

  it('of two SDKs wait for a category each, and follow a change of mind', async () => {
    const { page, close } = await open('/04-command-queue/')
    await page.click('#count')
    await page.click('#offer')
    await page.click('#count')
    expect(await rows(page, 'results')).toEqual(['count: waits', 'offers: waits', 'count: waits'])
    await page.click('[data-purposes*="\\"aa\\":true"]')
    await untilRows(page, 'results', ['count: visit 1 counted', 'offers: declined', 'count: visit 2 counted'])
    await page.click('[data-purposes*="\\"target\\":true"]')
    await page.click('#offer')
    await page.click('#count')
    await untilRows(page, 'results', ['count: visit 1 counted', 'offers: declined', 'count: visit 2 counted', 'offers: an offer shown', 'count: declined'])
    await close()
  })

  it('of the real alloy send nothing before the choice, what waited after all, nothing after none, and ask nobody on the next page', async () => {
    const { page, close } = await open('/06-web-sdk/')
    await page.click('#event')
    await page.click('#event')
    await page.waitFor(() => typeof (window as unknown as { realAlloy: { q: { push: unknown } } }).realAlloy.q.push === 'function')
    expect([await rows(page, 'results'), await rows(page, 'edge')]).toEqual([['event: waits', 'event: waits'], []])
    await page.click('#all')
    await untilRows(page, 'results', ['event: sent', 'event: sent'])
    expect((await rows(page, 'edge')).length).toBe(2)
    await page.click('#none')
    await page.click('#event')
    await untilRows(page, 'results', ['event: sent', 'event: sent', 'event: User opted into no purposes.'])

    await page.reload()
    await page.click('#event')
    await untilRows(page, 'results', ['event: User opted into no purposes.'])
    expect(await rows(page, 'edge')).toEqual([])
    await page.click('#all')
    await page.click('#event')
    await untilRows(page, 'results', ['event: User opted into no purposes.', 'event: sent'])
    await page.reload()
    await page.click('#event')
    await untilRows(page, 'results', ['event: sent'])
    expect(page.errors).toEqual([])
    await close()
  })
})
