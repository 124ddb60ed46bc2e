import type { CookieSettings } from '../core/permissionCodec.js'
import { cookieLine, cookieValues } from '../core/permissionCodec.js'
import type { Jar } from './jar.js'

const PROBE = 'visitor-opt-in-probe'

/** The domains a page of this host may try to set cookies on, the widest first; none for an address or a single label. */
export const candidateDomains = (host: string): string[] => {
  const labels = host.split('.')
  if (host.includes(':') || /^[\d.]+$/.test(host)) return []
  return labels.slice(1).map((_, at) => labels.slice(labels.length - 2 - at).join('.'))
}

/** The widest domain that takes a cookie; `undefined` (host-only) when that is the host itself. */
export const widestDomain = (jar: Jar, settings: CookieSettings): string | undefined => {
  const host = jar.host()
  const takes = (domain: string): boolean => {
    // Only the browser knows which domains are public suffixes, so it is asked.
    jar.write(cookieLine(PROBE, '1', { ...settings, domain, expiry: 60 }))
    const isTaken = cookieValues(jar.read(), PROBE).length > 0
    jar.write(cookieLine(PROBE, '', { ...settings, domain, expiry: 0 }))
    return isTaken
  }
  return candidateDomains(host).find((domain) => domain !== host && takes(domain))
}
