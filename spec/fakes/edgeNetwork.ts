import type { Routes, SiteRequest } from '../tools/site.js'

const org = '97D1F3F459CE0AD80A495CBE_AdobeOrg'

/** One request to Adobe's Edge Network, read. */
export interface EdgeCall {
  readonly path: string
  readonly consent?: readonly { readonly standard: string; readonly version: string; readonly value: Record<string, unknown> | string }[]
}

const read = ({ path, body }: SiteRequest): EdgeCall => ({ path: path.replace(/.*\/v1\//, ''), ...JSON.parse(body) })

const isIn = ({ consent = [] }: EdgeCall): boolean =>
  consent.some(({ value }) => {
    if (typeof value === 'string') return value.length > 0
    return value.general === 'in' || (value.collect as { val?: string } | undefined)?.val === 'y'
  })

/**
 * Adobe's Edge Network as far as `setConsent` and `sendEvent` go: the server decides on the state, by the cookie it sends along.
 * The library that speaks to it is the real one.
 */
export const fakeEdgeNetwork = () => {
  const calls: EdgeCall[] = []
  let refusals = 0
  const routes: Routes = {
    'edge.adobedc.net/*': (request) => {
      const headers = {
        'access-control-allow-origin': String(request.headers.origin),
        'access-control-allow-credentials': 'true',
        'access-control-allow-headers': 'content-type',
      }
      if (request.method === 'OPTIONS') return { headers }
      const call = read(request)
      calls.push(call)
      if (refusals-- > 0) return { status: 400, type: 'application/json', headers, body: '{"title":"refused"}' }
      const store = (key: string, value: string) => ({ key: `kndctr_${org}_${key}`, value, maxAge: 86_400 })
      const payload = call.consent
        ? [store('identity', 'visitor'), store('consent', `general=${isIn(call) ? 'in' : 'out'}`)]
        : [store('identity', 'visitor')]
      return { type: 'application/json', headers, body: JSON.stringify({ requestId: '1', handle: [{ type: 'state:store', payload }] }) }
    },
  }
  return {
    routes,
    /** What arrived since the last look. */
    arrived: () => calls.splice(0),
    /** Refuses so many of the next requests. */
    refuse: (times: number) => {
      refusals = times
    },
  }
}

/** The base code of the Web SDK's manual, for the name `alloy`. */
export const baseCode = `!function(n,o){o.forEach(function(o){n[o]||((n.__alloyNS=n.__alloyNS||[]).push(o),n[o]=function(){
  var u=arguments;return new Promise(function(i,l){n[o].q.push([i,l,u])})},n[o].q=[])})}(window,["alloy"]);`

/** The configuration of a quiet page: its own events only. */
export const configuration = (defaultConsent: 'in' | 'out' | 'pending') => ({
  orgId: org.replace('_', '@'),
  datastreamId: 'stream',
  defaultConsent,
  clickCollectionEnabled: false,
  thirdPartyCookiesEnabled: false,
  idMigrationEnabled: false,
})
