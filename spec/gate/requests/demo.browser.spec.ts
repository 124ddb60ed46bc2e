import { eachBrowser } from '../../tools/browser.js'
import type { TestPage } from '../../tools/browser.js'
import { openDemoSite } from '../../tools/demoSite.js'
import type { Site } from '../../tools/site.js'
import { until } from './pages.js'

const rows = (page: TestPage, lane: 'request' | 'cookie') =>
  page.evaluate((lane) => [...document.querySelectorAll(`#${lane} li`)].map((row) => row.textContent), lane)

eachBrowser(['chromium', 'firefox'], 'the demo page of the request gate', (browser) => {
  let site: Site
  beforeAll(async () => {
    site = await openDemoSite()
  })
  afterAll(() => site.close())

  it('shows the network lane beside the storage lane: held, then sent or refused', async () => {
    const context = await browser().newContext()
    const page = await context.newPage()
    const sent = () => site.requests.filter(({ host }) => /demdex|metrics/.test(host)).map(({ host, path }) => host + path)
    await page.goto(site.url('shop.example.test', '/07-request-gate/'))
    expect(await rows(page, 'request')).toEqual(['held https://metrics.example.com/hit (aa)', 'held https://sync.demdex.net/ibs (aam)'])
    expect(await rows(page, 'cookie')).toEqual(['held hits (aa)', 'held audience (aam)'])
    expect(sent()).toEqual([])

    await page.click('#analytics')
    await until(() => sent().length > 0, () => 'the hit')
    expect(sent()).toEqual(['metrics.example.com/hit'])
    expect((await rows(page, 'request')).slice(2).sort()).toEqual(['refused https://sync.demdex.net/ibs (aam)', 'replayed https://metrics.example.com/hit (aa)'])
    expect((await rows(page, 'cookie')).slice(2).sort()).toEqual(['refused audience (aam)', 'replayed hits (aa)'])
    await context.close()
  })
})
