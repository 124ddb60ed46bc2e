import type { TestContext, TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Routes, Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'
import { gatedPage } from './page.js'

/** Opens the gated page of a guard in a fresh context of a browser. */
export const eachGatedPage = (title: string, routes: Routes, stories: (open: (path?: string, host?: string) => Promise<TestPage>) => void): void =>
  eachBrowser(['chromium', 'firefox'], title, (browser) => {
    let site: Site
    let context: TestContext
    beforeAll(async () => {
      site = await openSite({ '/': gatedPage('<iframe id="frame" title="Frame"></iframe>'), ...routes })
    })
    afterAll(() => site.close())
    beforeEach(async () => {
      context = await browser().newContext()
    })
    afterEach(() => context.close())
    stories(async (path = '/', host = 'shop.example.test') => {
      const tab = await context.newPage()
      await tab.goto(site.url(host, path))
      return tab
    })
  })
