import type { Read } from './createReader.js'
import { toText } from './createReader.js'
import type { CookieSettings } from './permissionCodec.js'

// A domain or attribute that holds `;` or white space would add attributes of its own to the cookie.
const toDomain = toText(/^[^\s;,\p{Cc}]+$/u)
const toSameSite = toText(/^(strict|lax|none)$/i)
const toSeconds = (value: unknown) => {
  if (value === 'SESSION') return Infinity
  const seconds = value === 'NONE' ? -1 : typeof value === 'string' ? Number(value) : value
  return Number.isFinite(seconds) ? Math.ceil(seconds as number) : undefined
}

/** Reads how the cookies of the decision are set. */
export const readCookieSettings = (read: Read): CookieSettings => {
  const domains = ['optInCookieDomain', 'optInCookiesDomain', 'cookieDomain'].map((name) => read(name, toDomain, 'a domain such as "example.com"'))
  const sameSite = read('sameSiteCookie', toSameSite, '"Strict", "Lax" or "None"')
  return {
    domain: domains.find(Boolean),
    expiry: read('optInStorageExpiry', toSeconds, 'seconds, "SESSION" or "NONE"') || 34_190_000,
    flags: (read('secureCookie') ? '; secure' : '') + (sameSite ? `; samesite=${sameSite}` : ''),
  }
}
