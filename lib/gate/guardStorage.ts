import type { Door } from './door.js'
import { hold } from './judge.js'
import type { Store } from './rules.js'
import type { Swap } from './swaps.js'

/** Knows storages, shared by a page and its frames, by the browser's object as well as by its proxy. */
export type Known = WeakMap<object, Entry>

type Entry = readonly [store: Store | undefined, proxy: Storage, native: Storage]

type Realm = Window & Pick<typeof globalThis, 'Storage' | 'StorageEvent'>

/**
 * Guards web storage: `setItem`, plain and bracket assignment, `Object.defineProperty` and `Object.assign`.
 *
 * Assignment cannot be guarded on the browser's own object, so the page is given a proxy of it; the methods accept either.
 */
export const guardStorage = (page: Realm, stores: readonly Store[], swap: Swap, door: Door, known: Known, signal: AbortSignal): void => {
  // A page may have kept the browser's object from before; asking for it the guarded way makes it known.
  const entryOf = (one: Storage): Entry => {
    try {
      for (const store of stores) if (!known.has(one)) void page[store as 'localStorage']
    } catch {
      // A page that may not have this storage has none to confuse it with.
    }
    return known.get(one) ?? [undefined, one, one]
  }

  const isSwapped = ['setItem', 'getItem', 'removeItem', 'clear', 'key'].every((method) =>
    swap(page.Storage.prototype, method, ({ value }) => ({
      value(this: Storage, ...given: unknown[]): unknown {
        const [store, , native] = entryOf(this)
        const texts = given.map((one) => `${one}`)
        const run = () => value.apply(native, texts)
        const isRemoval = method === 'removeItem'
        if (method === 'clear') door.clear(store)
        return store && (isRemoval || (method === 'setItem' && 1 in texts)) ? door.write(store, texts[0]!, run, isRemoval) : run()
      },
    })),
  )
  // The browser's own methods would not take a proxy.
  if (!isSwapped) return
  const { setItem } = page.Storage.prototype
  for (const store of stores)
    swap(page, store, ({ get }) => ({
      get(this: unknown) {
        const native: Storage | null = get!.call(this)
        if (native && !known.has(native)) {
          const proxy: Storage = new Proxy(native, {
            get: (_, key) => {
              const value = native[key as string]
              // Once the browser's methods are back, they want the browser's object.
              return signal.aborted && typeof value === 'function' ? value.bind(native) : value
            },
            // Assignments come here, too: of `length` and `setItem` the browser makes what it likes.
            defineProperty: (_, key, what) =>
              door.ask(store, String(key)) < hold ? Reflect.defineProperty(native, key, what) : (setItem.call(native, key as string, what.value), true),
            deleteProperty: (_, key) => !!door.write(store, String(key), () => Reflect.deleteProperty(native, key), true),
          })
          for (const one of [native, proxy]) known.set(one, [store, proxy, native])
        }
        return known.get(native!)?.[1] ?? native
      },
    }))
  // Pages compare `event.storageArea` with `localStorage`, and make such events themselves.
  swap(page.StorageEvent.prototype, 'storageArea', ({ get }) => ({
    get(this: unknown) {
      return entryOf(get!.call(this))[1]
    },
  }))
  swap(page, 'StorageEvent', ({ value }) => ({
    value: new Proxy(value, {
      construct: (target, [type, init], made) =>
        // Read as the browser reads it: an event will do, too.
        Reflect.construct(target, [type, init && new Proxy({}, { get: (_, key) => entryOf(init[key])[2] })], made),
    }),
  }))
}
