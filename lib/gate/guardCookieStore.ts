import type { Door } from './door.js'
import type { Remember } from './guardCookies.js'
import { nameOf } from './parseCookieWrite.js'
import { attributesOf } from './planRemoval.js'
import type { Swap } from './swaps.js'

type Init = Record<string, unknown> & { domain?: unknown; readonly expires?: number | null; readonly maxAge?: number | null }
type Realm = { readonly CookieStore?: { readonly prototype: object } }

/** Guards `cookieStore.set` and `cookieStore.delete`, in both of their forms. */
export const guardCookieStore = (page: Realm, swap: Swap, door: Door, remember: Remember): void => {
  for (const method of ['set', 'delete'])
    swap(page.CookieStore?.prototype, method, ({ value: native }) => ({
      async value(this: object, ...given: unknown[]) {
        const [first, value] = given
        // Read once, so that what is judged is what is stored.
        const init: Init = { ...(Object(first) === first ? (first as object) : { name: first, value: 1 in given ? `${value}` : value }) }
        init.name &&= `${init.name}`
        // Judged as if it were written as a text; what else a name holds, the browser refuses.
        const name = nameOf(`${init.name}=`)
        const isGone = method === 'delete' || (init.maxAge ?? 1) <= 0 || (init.expires ?? Infinity) <= Date.now()
        const run = (): Promise<void> => {
          remember(name, attributesOf(init))
          const done: Promise<void> = native.call(this, init)
          // Who waits for it hears of a failure; of what was held nobody waits any more.
          done.catch(() => {})
          return done
        }
        return door.write('cookie', name, run, isGone, name + attributesOf(init) + init.partitioned)
      },
    }))
}
