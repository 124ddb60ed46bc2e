import { CookieJar } from 'jsdom'
import type { Jar } from '../../lib/cookies/jar.js'

/** A jar with the rules of a real cookie store (tough-cookie): domains, public suffixes, expiry. */
export const cookieJar = (url = 'https://www.example.com/', store = new CookieJar()): Jar & { readonly lines: string[]; readonly store: CookieJar } => {
  const lines: string[] = []
  return {
    lines,
    store,
    location: new URL(url),
    get cookie() {
      return store.getCookieStringSync(url, { http: false })
    },
    set cookie(line) {
      lines.push(line)
      store.setCookieSync(line, url, { ignoreError: true, http: false })
    },
  }
}
