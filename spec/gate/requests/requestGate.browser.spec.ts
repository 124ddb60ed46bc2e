import type { BrowserName, TestContext, TestPage } from '../../tools/browser.js'
import { eachBrowser } from '../../tools/browser.js'
import type { Site } from '../../tools/site.js'
import { openSite } from '../../tools/site.js'
import type { GatedWindow } from './pages.js'
import { arrived, routes, sendAll, until, waysOf } from './pages.js'
import { ways } from './ways.js'

const browsers: BrowserName[] = ['chromium', 'firefox', 'webkit']

it.each(browsers)('is tried with at least fifty ways to send in %s', (browser) => {
  expect(waysOf(browser).length).toBeGreaterThanOrEqual(50)
})

eachBrowser(browsers, 'the request gate', (browser) => {
  let site: Site
  let context: TestContext
  let page: TestPage
  const scheme = () => (browser().name === 'webkit' ? 'http' : 'https')
  const names = () => waysOf(browser().name)
  const open = (path: string) => page.goto(site.url('page.test', path, scheme()))
  const count = (kind: string, name: string) => arrived(site.requests, kind).filter((one) => one === name).length
  const untilSent = (kind: string, among = names()) =>
    until(() => !among.some((name) => !count(kind, name)), () => among.filter((name) => !count(kind, name)).join())

  beforeEach(async () => {
    site = await openSite(routes)
    context = await browser().newContext()
    page = await context.newPage()
  })
  afterEach(async () => {
    await context.close()
    await site.close()
  })

  it('is needed: without it every way reaches its host', async () => {
    await open('/')
    await sendAll(page, names(), scheme())
    await untilSent('ruled')
    await untilSent('free')
  })

  it('lets nothing through to a host of a category before the decision, and all to other hosts', async () => {
    await open('/gated')
    await sendAll(page, names(), scheme())
    await untilSent('free')
    // What the denial comes upon is refused; nothing of it leaves.
    const { held } = await page.evaluate(() => {
      const { gate, optIn } = window as unknown as GatedWindow
      const before = gate.inspect()
      optIn.deny('aa')
      return { ...before, after: gate.inspect() }
    })
    const { refused } = await page.evaluate(() => (window as unknown as GatedWindow).gate.inspect())
    expect(refused).toBeGreaterThanOrEqual(held)
    expect(arrived(site.requests, 'ruled')).toEqual([])
    expect(await page.evaluate(() => (window as unknown as GatedWindow).faults)).toEqual([])
  })

  it('lets nothing through to it after a denial', async () => {
    await open('/gated')
    await page.evaluate(() => (window as unknown as GatedWindow).optIn.deny('aa'))
    await sendAll(page, names(), scheme())
    await untilSent('free')
    expect(arrived(site.requests, 'ruled')).toEqual([])
    const { held, refused } = await page.evaluate(() => (window as unknown as GatedWindow).gate.inspect())
    expect(held).toBe(0)
    expect(refused).toBeGreaterThanOrEqual(names().length)
  })

  it('sends what was held once, after the approval', async () => {
    await open('/gated')
    const held = names().filter((name) => !ways[name]!.isLost)
    await sendAll(page, names(), scheme(), ['ruled'])
    expect(await page.evaluate(() => (window as unknown as GatedWindow).gate.inspect().replayed)).toBe(0)
    await page.evaluate(() => (window as unknown as GatedWindow).optIn.approve('aa'))
    await untilSent('ruled', held)

    const { held: waited, replayed } = await page.evaluate(() => (window as unknown as GatedWindow).gate.inspect())
    expect(replayed).toBe(waited)
    expect(names().filter((name) => !ways[name]!.isFilm && count('ruled', name) > 1)).toEqual([])
    expect(await page.evaluate(() => (window as unknown as GatedWindow).faults)).toEqual([])
  })

  it('sends them in the order of the calls', async () => {
    await open('/gated')
    const held = ['image', 'fetch', 'beacon', 'script', 'xhr', 'fetch-post', 'frame', 'inner-html', 'event-source', 'image-srcset', 'beacon-form', 'style-sheet', 'parsed-after']
    await sendAll(page, held, scheme(), ['ruled'])
    await page.evaluate(() => (window as unknown as GatedWindow).optIn.approve('aa'))
    await untilSent('ruled', held)
    expect(arrived(site.requests, 'ruled')).toEqual(held)
  })
})
