import type { Report } from '../types.js'
import { OptInError } from '../core/errors.js'
import type { CookieContent, Permitted } from '../core/permissionCodec.js'
import * as codec from '../core/permissionCodec.js'
import type { Config } from '../core/readConfig.js'
import { cookieDomains } from './cookieDomain.js'
import type { Jar } from './jar.js'

/** An answer that may come later. */
export type Answer<T> = T | Promise<T>

/** A kept decision, or none; `null` is no answer, for storage failed. */
export type Stored = Permitted | null | undefined

/** Where decisions are kept. Nothing here throws or rejects: what was refused is reported. */
export interface PermissionStorage {
  /** The kept decision; a promise where the site's own storage answers later. */
  load(): Answer<Stored>
  /** Keeps a decision, nothing given forgets it; answers whether it was kept. */
  save(decision: Permitted | undefined): Answer<boolean | null | undefined>
  /** Keeps what other libraries give. */
  memoize?(content: CookieContent): void
  recall?(key: string): unknown
}

/** The error for a storage that refused. */
export const refusal = (what: string, cause?: unknown): OptInError =>
  new OptInError('storage-failed', `[OptIn] ${what} The decision holds for this page only.`, { cause })

/** Keeps decisions in the opt-in cookies: read, written and read back, so that a refusal is never lost in silence. */
export const cookieStorage = ({ index, policyVersion, cookie }: Config, jar: Jar, report: Report): PermissionStorage => {
  let found: (string | undefined)[] = []
  let isReported = false

  const attempt = <T, F = undefined>(work: (cookies: string) => T, failed?: F): T | F | undefined => {
    try {
      return work(jar.read())
    } catch (error) {
      if (!isReported) report(error instanceof OptInError ? error : refusal('The browser gives no access to cookies.', error))
      isReported = true
      return failed
    }
  }

  /** Writes a cookie, an empty value removes it; one of the same name on another domain would shadow it, so it goes. */
  const put = (name: string, text: string): void => {
    const { domain, expiry } = cookie
    const value = expiry > 0 ? text : ''
    const write = (what: string, where: string | undefined) => jar.write(codec.cookieLine(name, what, { ...cookie, domain: where }))
    const kept = () => codec.cookieValues(jar.read(), name)
    const all = cookieDomains(jar.host())
    for (const one of value ? [...found, ...(domain ? [domain] : all)] : []) {
      write(value, one)
      const values = kept()
      if (!values.includes(value)) continue
      found = [one]
      if (values.length < 2) return
      for (const other of [jar.host(), ...all]) if (other !== one) write('', other)
      if (kept().join() === value) return
    }
    // Neither a refused decision nor one to be forgotten leaves an older one behind.
    for (const one of [domain, jar.host(), ...all]) write('', one)
    if (value || kept().length)
      throw refusal('The browser did not keep the opt-in cookie: check `optInCookieDomain`, `secureCookie`, and whether cookies are blocked.')
  }

  return {
    load: () => attempt((cookies) => codec.decodeDecision(cookies, index, policyVersion), null),
    save: (decision) =>
      attempt((cookies) => {
        const foreign = { ...codec.foreignContent(cookies) }
        // Alone in the cookie, the hash of the IAB plugin would count as a finished decision for VisitorAPI.
        if (!decision) delete foreign['iabConsentHash']
        const [shared, own] = codec.encodeDecision(decision ?? {}, decision && policyVersion, foreign)
        try {
          if (own || cookies.includes(codec.OWN_COOKIE)) put(codec.OWN_COOKIE, own)
        } finally {
          put(codec.SHARED_COOKIE, shared)
        }
        return true
      }),
    memoize: (content) =>
      attempt((cookies) => {
        const foreign = { ...codec.foreignContent(cookies), ...content }
        put(codec.SHARED_COOKIE, codec.encodeDecision(codec.decodeDecision(cookies, index) ?? {}, undefined, foreign)[0])
      }),
    recall: (key) => attempt((cookies) => codec.decodeCookies(cookies, codec.SHARED_COOKIE).find((one) => Object.hasOwn(one, key))?.[key]),
  }
}
