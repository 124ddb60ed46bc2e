import type { Report } from '../types.js'
import { OptInError } from '../core/errors.js'
import type { CookieContent, CookieSettings, Stored } from '../core/permissionCodec.js'
import * as codec from '../core/permissionCodec.js'
import type { Config } from '../core/readConfig.js'
import { candidateDomains, widestDomain } from './cookieDomain.js'
import type { Jar } from './jar.js'

/** An answer that may come later. */
export type Answer<T> = T | Promise<T>

/** Where decisions are kept. Nothing here throws or rejects: what the browser refuses is reported. */
export interface PermissionStorage {
  /** The kept decision; a promise where the site's own storage answers later. */
  load(): Answer<Stored | undefined>
  /** Keeps a decision, `undefined` forgets it; answers whether it was kept. */
  save(stored: Stored | undefined): Answer<boolean>
  /** Keeps what other libraries give. */
  memoize(content: CookieContent): void
  recall(key: string): unknown
}

/** Storage that is switched off. */
export const noStorage: PermissionStorage = { load: () => undefined, save: () => false, memoize: () => {}, recall: () => undefined }

/** The error for a storage that refused. */
export const refused = (what: string, cause?: unknown): OptInError =>
  new OptInError('storage-failed', `[OptIn] ${what} The decision holds for this page only.`, { cause })

const HELP = 'Check `optInCookieDomain`, `secureCookie`, `sameSiteCookie`, and whether the visitor blocks cookies.'

/** Keeps decisions in the opt-in cookies: read, written and read back, so that a refusal is never lost in silence. */
export const cookieStorage = ({ categories, policyVersion, cookie }: Config, jar: Jar, report: Report): PermissionStorage => {
  let settings: CookieSettings | undefined
  let isReported = false

  const failOnce = (error: OptInError): false => {
    if (!isReported) report(error)
    isReported = true
    return false
  }
  const attempt = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      failOnce(refused('The browser gives no access to cookies.', error))
      return undefined
    }
  }
  const isKept = (name: string, value: string): boolean => {
    const values = codec.cookieValues(jar.read(), name)
    return value ? values.length === 1 && values[0] === value : !values.length
  }
  const write = (name: string, value: string, domain: string | undefined): void =>
    jar.write(codec.cookieLine(name, value, { ...cookie, domain, ...(!value && { expiry: 0 }) }))

  /** Writes a cookie (an empty value removes it); one of the same name on another domain would shadow it, so it goes. */
  const put = (name: string, text: string): boolean => {
    settings ??= { ...cookie, domain: cookie.domain ?? widestDomain(jar, cookie) }
    const { domain, expiry = 1 } = settings
    const value = expiry > 0 ? text : ''
    write(name, value, domain)
    if (isKept(name, value)) return true
    for (const other of [undefined, ...candidateDomains(jar.host())]) if (other !== domain) write(name, '', other)
    if (isKept(name, value)) return true
    write(name, value, domain)
    return isKept(name, value)
  }
  const keep = (shared: string): boolean =>
    put(codec.SHARED_COOKIE, shared) || failOnce(refused(`The browser did not keep the cookie "${codec.SHARED_COOKIE}". ${HELP}`))

  return {
    load: () => attempt(() => codec.decodeDecision(jar.read(), categories, policyVersion)),
    save: (stored) =>
      attempt(() => {
        const before = jar.read()
        const foreign = { ...codec.foreignContent(before) }
        // Alone in the cookie, the hash of the IAB plugin would count as a finished decision for VisitorAPI.
        if (!stored) delete foreign['iabConsentHash']
        const isEmpty = !stored && !Object.keys(foreign).length
        const [shared, own = ''] = isEmpty ? [''] : codec.encodeDecision(stored ?? { permissions: {} }, foreign)
        const isOwnKept = own || codec.cookieValues(before, codec.OWN_COOKIE).length ? put(codec.OWN_COOKIE, own) : true
        return keep(shared) && isOwnKept
      }) ?? false,
    memoize: (content) => {
      attempt(() => {
        const before = jar.read()
        const kept = codec.decodeDecision(before, categories)
        return keep(codec.encodeDecision(kept ?? { permissions: {} }, { ...codec.foreignContent(before), ...content })[0])
      })
    },
    recall: (key) => attempt(() => codec.foreignContent(jar.read())[key]),
  }
}
