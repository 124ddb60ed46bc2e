import type { Report } from '../types.js'
import type { Door } from './door.js'
import type { Remember } from './guardCookies.js'
import { attributesOf } from './planRemoval.js'
import type { Swap } from './swaps.js'

type Init = Record<string, unknown>
type Method = (this: object, init: Init) => Promise<void>
type Realm = { readonly CookieStore?: { readonly prototype: Record<'set' | 'delete', Method> } }

/** Guards `cookieStore.set` and `cookieStore.delete`, in both of their forms. */
export const guardCookieStore = (page: Realm, swap: Swap, door: Door, remember: Remember, report: Report): void => {
  const owner = page.CookieStore?.prototype
  const remove = owner?.delete as Method
  for (const method of ['set', 'delete'])
    swap(owner, method, ({ value: native }) => ({
      async value(this: object, first: unknown, ...second: unknown[]) {
        // Read once, so that what is judged is what is stored.
        const init: Init = second.length ? { name: first, value: second[0] } : Object(first) === first ? { ...(first as Init) } : { name: first }
        const { domain, path = '/', partitioned, expires } = init
        const name = `${init.name}`.trim()
        const place = { name, domain, path, partitioned }
        const isGone = method === 'delete' || (expires != null && Number(expires) <= Date.now())
        const run = (wasHeld: boolean) => {
          remember(name, attributesOf(place))
          const done: Promise<void> = isGone ? remove.call(this, place) : native.call(this, { ...init, name })
          return wasHeld ? done.catch(report) : done
        }
        return door.ask('cookie', name, run, isGone, JSON.stringify(place))
      },
    }))
}
