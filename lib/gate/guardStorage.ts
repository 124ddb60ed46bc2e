import type { Door } from './door.js'
import { hold } from './judge.js'
import type { Store } from './rules.js'
import type { Swap } from './swaps.js'

/** Knows storages, shared by a page and its frames, by the browser's object as well as by its proxy. */
export type Known = WeakMap<object, readonly [store?: Store, proxy?: Storage, native?: Storage]>

type Realm = Window & Pick<typeof globalThis, 'Storage' | 'StorageEvent'>

/**
 * Guards web storage: `setItem`, plain and bracket assignment, `Object.defineProperty` and `Object.assign`.
 *
 * Assignment cannot be guarded on the browser's own object, so the page is given a proxy of it; the methods accept either.
 */
export const guardStorage = (page: Realm, stores: readonly Store[], swap: Swap, door: Door, known: Known, signal: AbortSignal): void => {
  // A page may have kept the browser's object from before; asking for it the guarded way makes it known.
  const entryOf = (native: Storage) => {
    try {
      for (const store of stores) if (!known.has(native)) void page[store as 'localStorage']
    } catch {
      // A page that may not have this storage has none to confuse it with.
    }
    return known.get(native) ?? []
  }
  const put = (native: Storage, key: string | symbol, value: string): boolean => {
    if (typeof key === 'symbol') return Reflect.set(native, key, value)
    native.setItem(key, value)
    return true
  }

  const isSwapped = ['setItem', 'getItem', 'removeItem', 'clear', 'key'].every((method) =>
    swap(page.Storage.prototype, method, ({ value }) => ({
      value(this: Storage, ...given: unknown[]): unknown {
        const native = known.get(this)?.[2] ?? this
        const [store] = entryOf(native)
        const texts = given.map((one) => `${one}`)
        const run = () => value.apply(native, texts)
        const isRemoval = method === 'removeItem'
        if (method === 'clear') door.clear(store)
        const isFree = !store || !(isRemoval || method === 'setItem') || door.ask(store, texts[0]!) < hold
        return isFree ? run() : door.stop(store, texts[0]!, run, isRemoval)
      },
    })),
  )
  // The browser's own methods would not take a proxy.
  if (!isSwapped) return
  for (const store of stores)
    swap(page, store, ({ get }) => ({
      get(this: unknown) {
        const native: Storage | null = get!.call(this)
        if (native && !known.has(native)) {
          const proxy = new Proxy(native, {
            get: (_, key) => {
              const value = Reflect.get(native, key)
              // Once the browser's methods are back, they want the browser's object.
              return signal.aborted && typeof value === 'function' ? value.bind(native) : value
            },
            set: put,
            defineProperty: (_, key, { value }) => put(native, key, value),
            deleteProperty: (_, key) => {
              native.removeItem(key as string)
              return true
            },
          })
          for (const one of [native, proxy]) known.set(one, [store, proxy, native])
        }
        return native && known.get(native)![1]
      },
    }))
  // Pages compare `event.storageArea` with `localStorage`, and make such events themselves.
  swap(page.StorageEvent.prototype, 'storageArea', ({ get }) => ({
    get(this: unknown) {
      const native: Storage = get!.call(this)
      return entryOf(native)[1] ?? native
    },
  }))
  swap(page, 'StorageEvent', ({ value }) => ({
    value: new Proxy(value, {
      construct: (target, [type, init], made) => Reflect.construct(target, [type, init && { ...init, storageArea: known.get(init.storageArea)?.[2] ?? init.storageArea }], made),
    }),
  }))
}
