import { readdirSync } from 'node:fs'
import { axeViolations } from './axe.js'
import { eachBrowser } from './browser.js'
import { openDemoSite } from './demoSite.js'
import type { Site } from './site.js'

let site: Site
beforeAll(async () => {
  site = await openDemoSite()
})
afterAll(() => site.close())

// Every folder of demo/ with a page of its own; one without (a server's) has a story elsewhere.
const pages = readdirSync('demo', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(`demo/${entry.name}`).includes('index.html'))
  .map(({ name }) => `/${name}/`)

eachBrowser(['chromium', 'firefox'], 'the demo site', (browser) => {
  it.each(['/', ...pages])('%s opens without an error, is accessible, and fits a phone', async (path) => {
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.setSize(360, 740)
    await page.goto(site.url('shop.example.test', path))
    expect(await axeViolations(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(page.errors).toEqual([])
    await context.close()
  })
})
