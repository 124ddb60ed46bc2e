import type { CategoryMap } from '../types.js'
import type { CategoryIndex } from './categories.js'
import { Categories } from './categories.js'

/** The cookie that VisitorAPI reads and writes too. */
export const SHARED_COOKIE = 'adobeujs-optin'
/** The cookie for what the shared one must not hold. */
export const OWN_COOKIE = 'visitor-opt-in'

/** Some categories, by value, with their permission. */
export type Permitted = Readonly<Record<string, boolean>>

/** What was kept of a decision. */
export interface Stored {
  readonly permissions: Permitted
  readonly policyVersion?: string | undefined
  /** Categories that the page approved against a standing denial. */
  readonly overruled?: readonly string[] | undefined
}

/** What a cookie holds, decoded. */
export type CookieContent = Readonly<Record<string, unknown>>

/** `true` and `false`, also as text; anything else is no permission. */
export const toPermission = (value: unknown): boolean | undefined =>
  value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined

/** A plain object, or `undefined`. */
export const toObject = (value: unknown): CookieContent | undefined =>
  typeof value === 'object' && value && !Array.isArray(value) ? (value as CookieContent) : undefined

/** JSON text → value; what is not JSON is `undefined`. */
export const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The valid part of maps of permissions, where a denial wins; `refused` lists the keys that were left out. */
export const readPermitted = (maps: readonly CookieContent[], index: CategoryIndex): { permissions: Permitted; refused: string[] } => {
  const permissions: Record<string, boolean> = {}
  const refused: string[] = []
  for (const map of maps)
    for (const key of Object.keys(map)) {
      const category = index.get(key)
      const permission = toPermission(map[key])
      if (category === undefined || permission === undefined) refused.push(key)
      else permissions[category] = permission && permissions[category] !== false
    }
  return { permissions, refused }
}

/** The raw values of every cookie of this name, in a time that grows with the text alone. */
export const cookieValues = (cookies: string, name: string): string[] => {
  const found = []
  for (let at = 0; (at = cookies.indexOf(name + '=', at)) >= 0; ) {
    let before = at
    while (cookies[before - 1] === ' ') before--
    const semicolon = cookies.indexOf(';', at)
    const end = semicolon < 0 ? cookies.length : semicolon
    if (!before || cookies[before - 1] === ';') found.push(cookies.slice(at + name.length + 1, end).trim())
    at = end
  }
  return found
}

/** The content of every cookie of this name; a corrupt one counts as none. */
export const decodeCookies = (cookies: string, name: string): CookieContent[] => {
  const contents: CookieContent[] = []
  for (const value of cookieValues(cookies, name))
    try {
      const content = toObject(JSON.parse(decodeURIComponent(value)))
      if (content) contents.push(content)
    } catch {
      // A broken percent sign or no JSON: no decision.
    }
  return contents
}

const adobeValues: ReadonlySet<string> = new Set(Object.values(Categories))
const among = (values: readonly string[]): CategoryIndex => new Map(values.map((value) => [value, value]))
const ownValues = (categories: CategoryMap): string[] => Object.values(categories).filter((value) => !adobeValues.has(value))

/** The decision that both cookies hold; `undefined` for none, or for one made under another policy. */
export const decodeDecision = (cookies: string, categories: CategoryMap, policyVersion?: string): Stored | undefined => {
  const shared = readPermitted(decodeCookies(cookies, SHARED_COOKIE), among([...adobeValues])).permissions
  if (!Object.keys(shared).length) return undefined
  const kept = decodeCookies(cookies, OWN_COOKIE)
  if (policyVersion !== undefined && !(kept.length && kept.every((one) => one['policyVersion'] === policyVersion))) return undefined
  const own = ownValues(categories)
  return {
    permissions: { ...shared, ...(own.length && readPermitted(kept.map((one) => toObject(one['permissions']) ?? {}), among(own)).permissions) },
    policyVersion,
    overruled: kept.flatMap((one) => (Array.isArray(one['overruled']) ? (one['overruled'] as string[]) : [])),
  }
}

/** What other libraries keep in the shared cookie. */
export const foreignContent = (cookies: string): CookieContent =>
  Object.fromEntries(decodeCookies(cookies, SHARED_COOKIE).flatMap((content) => Object.entries(content)).filter(([key]) => !adobeValues.has(key)))

/** A decision → the text of the two cookies; the second only when there is something it must hold. */
export const encodeDecision = (stored: Stored, foreign: CookieContent): readonly [shared: string, own: string | undefined] => {
  const entries = Object.entries(stored.permissions)
  const own: CookieContent = {
    permissions: Object.fromEntries(entries.filter(([key]) => !adobeValues.has(key))),
    policyVersion: stored.policyVersion,
    overruled: stored.overruled?.length ? stored.overruled : undefined,
  }
  const isNeeded = Object.keys(own['permissions'] as object).length || own['policyVersion'] !== undefined || own['overruled']
  return [
    encode({ ...foreign, ...Object.fromEntries(entries.filter(([key]) => adobeValues.has(key))) }),
    isNeeded ? encode(own) : undefined,
  ]
}

/** A cookie's content → its text. */
export const encode = (content: CookieContent): string => encodeURIComponent(JSON.stringify(content))

/** How the cookies of the decision are set. */
export interface CookieSettings {
  readonly domain?: string | undefined
  /** Lifetime in seconds; `undefined` until the browser closes; zero or less keeps nothing. */
  readonly expiry?: number | undefined
  readonly secure: boolean
  readonly sameSite?: string | undefined
}

/** The line that sets a cookie, for `document.cookie` and `Set-Cookie` alike. */
export const cookieLine = (name: string, value: string, settings: CookieSettings): string =>
  `${name}=${value}; path=/` +
  (settings.domain ? `; domain=${settings.domain}` : '') +
  (settings.expiry === undefined ? '' : `; max-age=${settings.expiry}`) +
  (settings.secure ? '; secure' : '') +
  (settings.sameSite ? `; samesite=${settings.sameSite}` : '')
