/** Code from npm that never asks, unchanged: held, released and cleaned by rules alone. */
import { eachGatedPage } from './guards.js'
import { gatedPage, gateScript } from './page.js'

interface Client {
  readonly name: string
  readonly rules: readonly unknown[]
  readonly page: string
  /** The names of what it stores, as `store: name`. */
  readonly stores: readonly string[]
}

const script = (path: string) => `<script src="/npm/${path}"></script>`
const clients: readonly Client[] = [
  {
    name: 'js-cookie',
    rules: ['basket_*', { name: 'visitor', path: '/shop' }],
    page: `${script('js-cookie/dist/js.cookie.min.js')}<script>
      Cookies.set('basket_1', JSON.stringify({ sku: 'A 1' }), { expires: 7, path: '' })
      Cookies.set('basket_2', 'two', { expires: 7, domain: location.hostname.slice(5), sameSite: 'Lax' })
      Cookies.set('basket_3', 'three')
      Cookies.remove('basket_3')
      Cookies.withAttributes({ secure: true }).set('visitor', 'v')
      trail.push(Cookies.get('basket_1') ?? 'nothing')
    </script>`,
    stores: ['cookie: basket_1', 'cookie: basket_2', 'cookie: visitor'],
  },
  {
    name: 'localforage',
    rules: ['forage/*'],
    page: `${script('localforage/dist/localforage.min.js')}<script>
      localforage.config({ driver: localforage.LOCALSTORAGE, name: 'forage' })
      Promise.all([localforage.setItem('one', { a: 1 }), localforage.setItem('two', 'text')]).then(() => trail.push('done'), (error) => problems.push(String(error)))
    </script>`,
    stores: ['localStorage: forage/one', 'localStorage: forage/two'],
  },
  {
    name: 'mixpanel-browser',
    rules: ['mp_*', '__mp_opt_in_out_*', '__mplss_*', '__mpq_*'],
    page: `<script>window.mixpanel = window.mixpanel || []</script>${script('mixpanel-browser/dist/mixpanel.umd.js')}<script>
      mixpanel.init('token', { api_host: 'https://api.mixpanel.test', batch_requests: false, track_pageview: false, persistence: 'cookie' })
      mixpanel.register({ plan: 'gold' })
    </script>`,
    stores: ['cookie: mp_token_mixpanel'],
  },
  {
    name: 'countly-sdk-web',
    rules: ['key/cly_*', 'cly_*'],
    page: `${script('countly-sdk-web/lib/countly.js')}<script>
      Countly.init({ app_key: 'key', device_id: 'device', url: 'https://countly.test', ignore_bots: false, interval: 60000 })
      Countly.add_event({ key: 'seen' })
    </script>`,
    stores: ['localStorage: key/cly_id'],
  },
  {
    name: '@snowplow/browser-tracker',
    rules: ['_sp_*', 'snowplow*'],
    page: `${script('@snowplow/browser-tracker/dist/index.umd.min.js')}<script>
      const snowplow = snowplowBrowserTracking
      snowplow.newTracker('sp', 'https://snow.test', { appId: 'shop', discoverRootDomain: false })
      snowplow.trackPageView()
    </script>`,
    stores: ['cookie: _sp_id.', 'cookie: _sp_ses.'],
  },
]

const list = () => [
  ...document.cookie.split('; ').filter(Boolean).map((entry) => `cookie: ${entry.replace(/=.*/s, '')}`),
  ...Object.keys(localStorage).map((name) => `localStorage: ${name}`),
]
// Sent to the page as text, with what it uses.
const hasAll = `(names) => { const all = (${String(list)})(); return names.every((name) => all.some((found) => found.startsWith(name))) }` as never as (names: readonly string[]) => boolean
const hasNone = `() => !(${String(list)})().length` as never as () => boolean

const answer = { headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }, body: '{}' }
const pageOf = ({ rules, page }: Client) => gatedPage(page, { script: gateScript(`{ rules: { aa: ${JSON.stringify(rules)} } }`) })
const openPageOf = ({ page }: Client) => gatedPage(page, { script: 'window.problems = []; window.trail = []' })

eachGatedPage(
  'code that never asks',
  {
    ...Object.fromEntries(clients.flatMap((client) => [[`/shop/${client.name}`, pageOf(client)], [`/open/${client.name}`, openPageOf(client)]])),
    'api.mixpanel.test/*': answer,
    'countly.test/*': answer,
    'snow.test/*': answer,
  },
  (open) => {
    it.each(clients)('$name stores nothing before the approval, all of it after, and is cleaned after a withdrawal', async ({ name, stores }) => {
      const free = await open(`/open/${name}`, 'open.elsewhere.test')
      await free.waitFor(hasAll, stores)
      await free.close()

      const tab = await open(`/shop/${name}`)
      await tab.waitFor(() => window.gate.inspect().held > 0)
      expect(await tab.evaluate(list)).toEqual([])
      await tab.evaluate(() => void window.optIn.approve('aa'))
      await tab.waitFor(hasAll, stores)
      await tab.evaluate(() => void window.optIn.deny('aa'))
      await tab.waitFor(hasNone)
      expect(await tab.evaluate(() => window.problems)).toEqual([])
    })
  },
)
