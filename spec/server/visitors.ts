import * as fc from 'fast-check'
import type { OptInConfig } from '../../lib/types.js'

// Cookies and settings as they come: ours, Adobe's, forged, corrupt, doubled on two domains. All of it survives JSON.

export const categories = ['aam', 'adcloud', 'aa', 'campaign', 'ecid', 'livefyre', 'target', 'mediaaa']

const permission = fc.oneof(
  { weight: 6, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.constantFrom('true', 'false') },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('TRUE', 'yes', 1, 0, null, [true], {}, '') },
)
const key = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...categories) },
  { weight: 2, arbitrary: fc.constantFrom('chat', 'CHAT', 'AAM', 'videoaa', 'iabConsentHash', 'constructor', '__proto__', 'hasOwnProperty', '') },
)
const map = fc.array(fc.tuple(key, permission), { maxLength: 10 }).map((entries) => {
  const made: Record<string, unknown> = {}
  for (const [name, value] of entries) Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true })
  return made
})
const complete = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }).map((all) => Object.fromEntries(categories.map((name, at) => [name, all[at]])))

const version = fc.constantFrom<unknown>('1', '2', 2, null)
const ownContent = fc.record(
  { permissions: fc.oneof(map, fc.constantFrom<unknown>(null, 'chat', [])), policyVersion: version },
  { requiredKeys: [] },
)
const encoded = (content: fc.Arbitrary<unknown>) => content.map((value) => encodeURIComponent(JSON.stringify(value)))
const corrupt = fc.constantFrom('', '%', '%7B', '%E0%A4%A', '{"aa":true', 'null', 'true', '"aa"', '%5B%5D', '5', '%7B%7D', 'undefined', '{"aa":true}', '{"aa":false, "target":true}', '%7B%22aa%22%3Atrue%7D=', '=%7B%22aa%22%3Atrue%7D')

const name = fc.constantFrom('adobeujs-optin', 'adobeujs-optin', 'visitor-opt-in')
const valueOf = (cookie: string) =>
  cookie === 'visitor-opt-in'
    ? fc.oneof({ weight: 4, arbitrary: encoded(ownContent) }, { weight: 1, arbitrary: corrupt })
    : fc.oneof({ weight: 3, arbitrary: encoded(complete) }, { weight: 3, arbitrary: encoded(map) }, { weight: 2, arbitrary: corrupt })
const bystander = fc.constantFrom('xadobeujs-optin=%7B%22aa%22%3Afalse%7D', 'a=adobeujs-optin=%7B%22aa%22%3Afalse%7D', 'visitor-opt-in-probe=1', 'adobeujs-optin2=1', 's_cc=true', 'lonely')

/** Texts for `document.cookie`, on the page's host or the domain above it. */
export const cookieLines = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 6, arbitrary: name.chain((cookie) => valueOf(cookie).map((value) => `${cookie}=${value}`)) },
      { weight: 1, arbitrary: bystander },
    ),
    fc.constantFrom('; path=/', '; path=/; domain=example.test'),
  ).map(([pair, place]) => pair + place),
  { maxLength: 5 },
)

const truth = fc.constantFrom<unknown>(true, true, false, 'true', 'false', '', undefined)

/** Settings that decide about the answer. */
export const configs = fc.record(
  {
    doesOptInApply: truth,
    isOptInStorageEnabled: fc.constantFrom<unknown>(true, true, true, 'true', false),
    preOptInApprovals: fc.oneof(map, map.map((made) => JSON.stringify(made)), fc.constantFrom('', 'none')),
    previousPermissions: fc.oneof(map, map.map((made) => JSON.stringify(made)), fc.constantFrom('', '[]')),
    policyVersion: fc.constantFrom('1', '2', ''),
    categories: fc.constantFrom<unknown>({ CHAT: 'chat' }, '{"CHAT":"chat","VIDEO":"videoaa"}', {}),
  },
  { requiredKeys: ['isOptInStorageEnabled'] },
) as fc.Arbitrary<OptInConfig>
