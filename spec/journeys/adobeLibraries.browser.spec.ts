/*
 * Adobe's libraries on our object: the real alloy, which waits for the opt-in of a Visitor on the page,
 * and libraries with the recorded habits of VisitorAPI, AppMeasurement, at.js and DIL, all at once.
 */
import type { TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'

interface Page {
  readonly adobe: { readonly optIn: { decide(decision: object): void; approveAll(): void } }
  readonly alloy: (command: string, options?: object) => Promise<unknown>
  readonly log: string[]
}

const baseCode = `!function(n,o){o.forEach(function(o){n[o]||((n.__alloyNS=n.__alloyNS||[]).push(o),n[o]=function(){var u=arguments;
  return new Promise(function(i,l){n[o].q.push([i,l,u])})},n[o].q=[])})}(window,["alloy"]);`

const libraries = `
  window.log = []
  const { optIn, OptInCategories } = window.adobe
  // VisitorAPI 5: the same registration as on('complete'), ended from inside; it overwrites the categories.
  window.adobe.OptInCategories = { ...OptInCategories }
  const start = () => {
    if (!optIn.isComplete) return
    optIn.off('complete', start)
    log.push(optIn.isApproved(optIn.Categories.ECID) ? 'visitor starts' : 'visitor stays away')
  }
  optIn.isComplete ? start() : optIn.fetchPermissions(start, true)
  // AppMeasurement: asks every 100 ms while a hit waits.
  const poll = setInterval(() => {
    if (!optIn.isApproved(optIn.Categories.ANALYTICS)) return
    clearInterval(poll)
    fetch('/b/ss/hit').then(() => log.push('hit sent'))
  }, 100)
  // at.js: the first answer counts.
  let isAnswered = false
  optIn.fetchPermissions(() => {
    if (isAnswered) return
    isAnswered = true
    log.push(optIn.isApproved(optIn.Categories.TARGET) ? 'target asks' : 'target gives up')
  }, true)
  // DIL, which throws on some pages.
  optIn.fetchPermissions(() => {
    log.push(optIn.isApproved([optIn.Categories.AAM]) ? 'dil syncs' : 'dil waits')
    throw new Error('dil')
  }, true)
  window.Visitor = Object.assign(() => {}, { getInstance: () => ({ getMarketingCloudVisitorID: (answer) => { log.push('visitor asked'); answer('1234') } }) })`

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A shop</title>
  <script src="/dist/opt-in.global.js"></script><script src="/install.js"></script><script src="/libraries.js"></script>
  <script src="/base.js"></script><script src="/npm/@adobe/alloy/dist/alloy.min.js" async></script></html>`

let site: Site
beforeAll(async () => {
  const script = (body: string) => ({ type: 'text/javascript', body })
  site = await openSite({
    '/': html,
    '/base.js': script(baseCode),
    '/install.js': script(`window.failures = []
      VisitorOptIn.install({ doesOptInApply: true, isOptInStorageEnabled: true, onError: (error) => failures.push(error.message) })`),
    '/libraries.js': script(libraries),
    '/b/ss/hit': { body: '' },
    'edge.shop.test/*': ({ headers }) => ({
      type: 'application/json',
      headers: { 'access-control-allow-origin': String(headers['origin'] ?? '*'), 'access-control-allow-credentials': 'true' },
      body: '{"requestId":"1","handle":[]}',
    }),
  })
})
afterAll(() => site.close())

const log = (page: TestPage) => page.evaluate(() => (window as unknown as Page).log)
const untilLogged = (page: TestPage, what: string) => page.waitFor((wanted) => (window as unknown as Page).log.includes(wanted), what)
const sent = () => site.requests.filter(({ host }) => host === 'edge.shop.test').map(({ body }) => body)

eachBrowser(['chromium', 'firefox'], 'the libraries of Adobe', (browser) => {
  it('wait for the visitor, obey, and wait for nobody on the next page', async () => {
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.goto(site.url('www.shop.test'))
    const before = sent().length
    await page.evaluate(() => {
      const { alloy } = window as unknown as Page
      void alloy('configure', {
        datastreamId: 'd', orgId: 'X@AdobeOrg', edgeDomain: 'edge.shop.test', clickCollectionEnabled: false, thirdPartyCookiesEnabled: false,
      })
      void alloy('sendEvent', { xdm: { eventType: 'view' } })
    })
    await page.waitFor(() => typeof (window as unknown as { alloy: { q?: { push: unknown } } }).alloy.q?.push === 'function')
    expect([await log(page), sent().length - before]).toEqual([[], 0])

    await page.evaluate(() => (window as unknown as Page).adobe.optIn.decide({ ecid: true, aa: true, target: false, aam: false }))
    await untilLogged(page, 'hit sent')
    await untilLogged(page, 'visitor asked')
    for (const end = Date.now() + 20_000; sent().length === before && Date.now() < end; ) await page.evaluate(() => new Promise(requestAnimationFrame))
    expect((await log(page)).sort()).toEqual(['dil waits', 'hit sent', 'target gives up', 'visitor asked', 'visitor starts'])
    expect(sent().slice(before).join()).toContain('1234')
    expect(await page.evaluate(() => (window as unknown as { failures: string[] }).failures)).toEqual(['dil'])

    await page.reload()
    await untilLogged(page, 'hit sent')
    expect((await log(page)).sort()).toEqual(['dil waits', 'hit sent', 'target gives up', 'visitor starts'])
    await context.close()
  })
})
