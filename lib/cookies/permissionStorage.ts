import { Categories } from '../core/categories.js'
import type { Kept } from '../core/permissionCodec.js'
import * as codec from '../core/permissionCodec.js'
import type { Config } from '../core/readConfig.js'
import { cookieDomains } from './cookieDomain.js'
import type { Jar } from './jar.js'

/** The storage that is there unless the site has its own, with what other libraries keep beside the decision. */
export interface CookieStorage {
  load(): Kept
  /** Keeps a decision, or forgets it, and lays more content beside it. */
  save(decision: Kept | undefined, more?: readonly (readonly [key: string, value: unknown])[]): void
  getMemoizedContent(key: string): unknown
}

/** Keeps decisions in the opt-in cookies: read, written and read back, so that a refusal is never lost in silence but thrown. */
export const cookieStorage = ({ cookie }: Config, jar: () => Jar): CookieStorage => {
  let found: (string | undefined)[] = []

  /** Writes a cookie, an empty value removes it; one of the same name on another domain would shadow it, so it goes. */
  const put = (name: string, text: string): void => {
    const { domain, expiry } = cookie
    const value = expiry > 0 ? text : ''
    const host = jar().location.hostname
    const all = cookieDomains(host)
    /** Writes on each of these domains; gives what is there then. */
    const write = (what: string, ...domains: (string | undefined)[]): string[] => {
      for (const one of domains) jar().cookie = codec.cookieLine(name, what, cookie, one)
      return codec.cookieValues(jar().cookie, name)
    }
    const clear = () => write('', host, ...all)
    for (const one of [...found, ...(domain ? [domain] : all)].flatMap((one) => [one, one])) {
      // What stands there already would hide that the browser refuses a domain, and shadow what it takes.
      if (!found.length && write('').includes(value)) clear()
      found = write(value, one).join() === value ? [one] : []
      if (found.length) return
    }
    // Neither a refused decision nor one to be forgotten leaves an older one behind. The hall reports the refusal.
    if (clear().length || value) throw Error(name)
  }

  return {
    load: () => codec.decodeDecision(jar().cookie),
    save: (decision, more = []) => {
      const cookies = jar().cookie
      const content = new Map([...codec.sharedContent(cookies), ...more])
      // Alone in the cookie, the hash of the IAB plugin would count as a finished decision for VisitorAPI.
      if (!decision) for (const key of ['iabConsentHash', ...Object.values(Categories)]) content.delete(key)
      const [shared, own] = codec.encodeDecision(decision, content)
      // What is too long for a browser would take the decision along.
      if (more.length && (codec.SHARED_COOKIE + shared)[codec.LONGEST]) throw Error(codec.SHARED_COOKIE)
      try {
        if (own || cookies.includes(codec.OWN_COOKIE)) put(codec.OWN_COOKIE, own)
      } finally {
        put(codec.SHARED_COOKIE, shared)
      }
    },
    getMemoizedContent: (key) => codec.sharedContent(jar().cookie).get(key),
  }
}
