/*
 * Tags that never ask, on the demo page of the gate: held, released, cleaned, and kept away.
 */
import { eachBrowser } from '../tools/browser.js'
import type { TestPage } from '../tools/browser.js'
import { openDemoSite } from '../tools/demoSite.js'
import type { Site } from '../tools/site.js'

let site: Site
beforeAll(async () => {
  site = await openDemoSite()
})
afterAll(() => site.close())

const stored = (page: TestPage) =>
  page.evaluate(() => [...document.cookie.split('; ').map((pair) => pair.split('=')[0] ?? ''), ...Object.keys(localStorage)].filter((name) => /^(_shop_count|_ads_id|visits|_ads_seen)$/.test(name)).sort())

eachBrowser(['chromium', 'firefox'], 'tags that never ask', (browser) => {
  it('store nothing before the choice, what they may after it, and nothing after a refusal', async () => {
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.goto(site.url('shop.example.test', '/03-cookie-gate/'))
    expect(await stored(page)).toEqual([])
    await page.click('[data-decision*="\\"aa\\":true,\\"aam\\":false"]')
    expect(await stored(page)).toEqual(['_shop_count', 'visits'])
    await page.click('[data-decision*="\\"aam\\":true"]')
    await page.click('#again')
    expect(await stored(page)).toEqual(['_ads_id', '_ads_seen', '_shop_count', 'visits'])
    await page.click('[data-decision*="\\"aa\\":false"]')
    await page.click('#again')
    expect(await stored(page)).toEqual([])
    await page.reload()
    expect(await stored(page)).toEqual([])
    expect(page.errors).toEqual([])
    await context.close()
  })
})
