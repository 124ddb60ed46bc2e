import type { Reader } from './createReader.js'
import { toText } from './createReader.js'
import type { CookieSettings } from './permissionCodec.js'

// A domain or attribute that holds `;` or white space would add attributes of its own to the cookie.
const toDomain = (value: unknown) => (/^[^\s;,\p{Cc}]+$/u.test(toText(value) ?? '') ? (value as string) : undefined)
const toSameSite = (value: unknown) => (/^(strict|lax|none)$/i.test(toText(value) ?? '') ? value : undefined)
const toSeconds = (value: unknown) => {
  if (value === 'SESSION') return Infinity
  const seconds = value === 'NONE' ? -1 : Number(typeof value === 'number' ? value : toText(value))
  return Number.isFinite(seconds) ? Math.ceil(seconds) : undefined
}

/** Reads how the cookies of the decision are set. */
export const readCookieSettings = ({ read, isOn }: Reader): CookieSettings => {
  const domains = ['optInCookieDomain', 'optInCookiesDomain', 'cookieDomain'].map((name) => read(name, 'a domain such as "example.com"', toDomain))
  const sameSite = read('sameSiteCookie', '"Strict", "Lax" or "None"', toSameSite)
  const expiry = read('optInStorageExpiry', 'seconds, "SESSION" or "NONE"', toSeconds) || 34_190_000
  return {
    domain: domains.find(Boolean),
    expiry: expiry === Infinity ? undefined : expiry,
    flags: (isOn('secureCookie') ? '; secure' : '') + (sameSite ? `; samesite=${sameSite}` : ''),
  }
}
