import type { CategoryIndex } from './categories.js'
import { adobeIndex } from './categories.js'

/** The cookie that VisitorAPI reads and writes too. */
export const SHARED_COOKIE = 'adobeujs-optin'
/** The cookie for what the shared one must not hold. */
export const OWN_COOKIE = 'visitor-opt-in'

/** Some categories, by value, with their permission. */
export type Permitted = Readonly<Record<string, boolean>>

/** What a cookie holds, decoded. */
export type CookieContent = Readonly<Record<string, unknown>>

/** `true` and `false`, also as text; anything else is no permission. */
export const toPermission = (value: unknown): boolean | undefined =>
  value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined

/** A decision as every storage keeps it. */
export interface Kept {
  readonly permissions: Permitted
  readonly policyVersion?: string | undefined
}

/** A plain object, or nothing. */
export const toObject = (value: unknown): CookieContent | undefined =>
  typeof value === 'object' && value && !Array.isArray(value) ? (value as CookieContent) : undefined

/** Whether a map says anything. */
export const isFilled = (map: object): boolean => Object.keys(map).length > 0

/** A plain object, or the JSON text of one → the object, or nothing. */
export const toMap = (value: unknown, decode: (text: string) => string = String): CookieContent | undefined => {
  try {
    return toObject(typeof value === 'string' ? JSON.parse(decode(value)) : value)
  } catch {
    return undefined
  }
}

/** The valid part of maps of permissions, where a denial wins; `refused` collects the keys that were left out. */
export const readPermitted = (maps: readonly unknown[], index: CategoryIndex, refused: string[] = []): Permitted => {
  const permissions: Record<string, boolean> = {}
  for (const map of maps)
    for (const [key, value] of Object.entries(toObject(map) ?? {})) {
      const category = index(key)
      const permission = toPermission(value)
      if (!category || permission === undefined) refused.push(key)
      else permissions[category] = permission && permissions[category] !== false
    }
  return permissions
}

/** The raw values of every cookie of this name, in a time that grows with the text alone. */
export const cookieValues = (cookies: string, name: string): string[] =>
  [...cookies.matchAll(RegExp(`(?:^|;)\\s*${name}=([^;]*)`, 'g'))].map((match) => match[1] as string)

/** No browser keeps a longer cookie (RFC 6265bis, section 5.6): what is longer was made up, perhaps to keep us busy. */
export const LONGEST = 4096

/** The content of every cookie of this name; a corrupt one counts as none. */
export const decodeCookies = (cookies: string, name: string): CookieContent[] =>
  cookieValues(cookies, name).flatMap((value) => (!value[LONGEST] && toMap(value, decodeURIComponent)) || []) as CookieContent[]

// Which others there are, a cookie does not tell; Adobe's go by one word each.
const byValue: CategoryIndex = (key) => adobeIndex(key) ?? (key as string)

const adobe: CategoryIndex = (key) => (adobeIndex(key) === key ? (key as string) : undefined)

/** What both cookies hold of a decision, in the form in which every storage keeps one. */
export const decodeDecision = (cookies: string): Kept => {
  const shared = readPermitted(decodeCookies(cookies, SHARED_COOKIE), adobe)
  const own = decodeCookies(cookies, OWN_COOKIE)
  return {
    // On Adobe's categories the shared cookie has the last word, and without it there is no decision.
    permissions: isFilled(shared) ? { ...readPermitted(own.map((one) => one['permissions']), byValue), ...shared } : shared,
    // Two versions are none: joined like this they are no version of a page's.
    policyVersion: [...new Set(own.map((one) => one['policyVersion']))].join('\0'),
  }
}

/** What decides whether a kept decision counts. */
export interface Standard {
  readonly index: CategoryIndex
  readonly policyVersion?: string | undefined
}

/** What a storage answers → the decision; nothing for none, or for one made under another policy. */
export const toStored = (raw: unknown, { index, policyVersion }: Standard): Permitted | undefined => {
  const kept = Object(raw) as CookieContent
  const permissions = readPermitted([kept['permissions']], index)
  return isFilled(permissions) && (!policyVersion || kept['policyVersion'] === policyVersion) ? permissions : undefined
}

/** What the shared cookie holds by key: our categories, and whatever other libraries keep there. */
export type SharedContent = Map<string, unknown>

/** All that the shared cookie holds; of two of its name the later counts. */
export const sharedContent = (cookies: string): SharedContent =>
  new Map(decodeCookies(cookies, SHARED_COOKIE).flatMap((content) => Object.entries(content)))

/** A decision, laid over the content → the text of the two cookies, empty for one that has nothing to hold. */
export const encodeDecision = ({ permissions, policyVersion }: Kept = { permissions: {} }, content: SharedContent): [shared: string, own: string] => {
  const shared: Record<string, unknown> = Object.fromEntries(content)
  const own: Record<string, boolean> = {}
  for (const [category, permission] of Object.entries(permissions)) (adobe(category) ? shared : own)[category] = permission
  const encode = (content: object, isNeeded: unknown) => (isNeeded ? encodeURIComponent(JSON.stringify(content)) : '')
  return [encode(shared, isFilled(shared)), encode({ permissions: own, policyVersion }, policyVersion || isFilled(own))]
}

/** How the cookies of the decision are set. */
export interface CookieSettings {
  readonly domain: string | undefined
  /** Lifetime in seconds; `Infinity` until the browser closes; zero or less keeps nothing. */
  readonly expiry: number
  /** The further attributes, as they stand in the line. */
  readonly flags: string
}

/** The line that sets a cookie, for `document.cookie` and `Set-Cookie` alike; an empty value removes it. */
export const cookieLine = (name: string, value: string, { expiry, flags }: CookieSettings, domain: string | undefined): string =>
  `${name}=${value}; path=/` + (domain ? `; domain=${domain}` : '') + (expiry === Infinity && value ? '' : `; max-age=${value ? expiry : 0}`) + flags
