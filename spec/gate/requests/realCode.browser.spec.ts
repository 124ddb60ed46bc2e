/** Code from npm that never asks: two analytics SDKs and the real Web SDK, without a consent setting of its own. */
import type { TestContext, TestPage } from '../../tools/browser.js'
import { eachBrowser } from '../../tools/browser.js'
import type { Site, SiteRequest } from '../../tools/site.js'
import { openSite } from '../../tools/site.js'
import type { GatedWindow } from './pages.js'
import { gatedPage, until } from './pages.js'

const edgeReply = JSON.stringify({ requestId: '1', handle: [{ type: 'identity:result', payload: [{ id: '1', namespace: { code: 'ECID' } }] }] })

const answer = ({ path, headers }: SiteRequest) => ({
  type: 'application/json',
  headers: {
    'access-control-allow-origin': String(headers.origin ?? '*'),
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'content-type, authorization',
  },
  body: path.includes('/interact') ? edgeReply : '{"result":"Success"}',
})

const alloy = `<script>!function(n,o){o.forEach(function(o){n[o]||((n.__alloyNS=n.__alloyNS||[]).push(o),n[o]=function(){var u=arguments;
return new Promise(function(i,l){n[o].q.push([i,l,u])})},n[o].q=[])})}(window,["alloy"])</script>
<script src="/npm/@adobe/alloy/dist/alloy.min.js"></script>
<script>
  alloy('configure', { datastreamId: 'stream', orgId: 'ORG@AdobeOrg', clickCollectionEnabled: false, idMigrationEnabled: false }).catch((error) => faults.push(String(error)))
  for (const name of ['one', 'two', 'three']) alloy('sendEvent', { xdm: { eventType: name } }).catch((error) => faults.push(String(error)))
</script>`

const mixpanel = `<script>window.mixpanel = window.mixpanel || []</script><script src="/npm/mixpanel-browser/dist/mixpanel.umd.js"></script>
<script>
  mixpanel.init('token', { api_host: 'https://api.mixpanel.test', batch_requests: false, track_pageview: false })
  for (const name of ['one', 'two', 'three']) mixpanel.track(name)
</script>`

const countly = `<script src="/npm/countly-sdk-web/lib/countly.js"></script>
<script>
  Countly.init({ app_key: 'key', device_id: 'device', url: 'https://countly.test', force_post: true, ignore_bots: false })
  for (const key of ['one', 'two', 'three']) Countly.add_event({ key })
</script>`

const clients: readonly (readonly [name: string, script: string, host: RegExp, category: string])[] = [
  ['mixpanel-browser', mixpanel, /mixpanel\.test$/, 'aa'],
  ['countly-sdk-web', countly, /countly\.test$/, 'aa'],
  ['@adobe/alloy', alloy, /adobedc\.net$|demdex\.net$/, 'ecid'],
]

eachBrowser(['chromium', 'firefox'], 'code that never asks', (browser) => {
  let site: Site
  let context: TestContext
  let page: TestPage
  beforeEach(async () => {
    const pages = clients.map(([name, script]) => [`/${name}`, gatedPage('{ rules: { aa: ["mixpanel.test", "countly.test"] } }').replace('<body>', `${script}<body>`)])
    site = await openSite({ ...Object.fromEntries(pages), '/ways.js': { type: 'text/javascript', body: '' }, 'page.test/free': 'x', ...Object.fromEntries(['api.mixpanel.test', 'countly.test', 'edge.adobedc.net', 'adobedc.demdex.net'].map((host) => [`${host}/*`, answer])) })
    context = await browser().newContext()
    page = await context.newPage()
  })
  afterEach(async () => {
    await context.close()
    await site.close()
  })

  it.each(clients)('%s sends no byte before the approval, and everything after it', async (name, _script, host, category) => {
    const toHost = () => site.requests.filter((request) => host.test(request.host) && request.method !== 'OPTIONS')
    const read = ({ body }: SiteRequest) => decodeURIComponent(body) + Buffer.from(decodeURIComponent(body).replace(/^data=/, ''), 'base64').toString()
    const words = () => ['one', 'two', 'three'].filter((word) => toHost().some((request) => read(request).includes(`"${word}"`)))
    await page.goto(site.url('page.test', `/${name}`))
    await page.waitFor(() => (window as unknown as GatedWindow).gate.inspect().held > 0, undefined, 30_000)
    await page.evaluate(() => fetch('/free'))
    expect(toHost()).toEqual([])

    await page.evaluate((category) => (window as unknown as GatedWindow).optIn.approve(category), category)
    await until(() => words().length === 3, () => `${words().join()} of ${toHost().map(({ path, query, body }) => path + query + body.slice(0, 200)).join('\n')}`)
    expect(await page.evaluate(() => (window as unknown as GatedWindow).faults)).toEqual([])
  }, 90_000)
})
