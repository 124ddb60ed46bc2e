import type { Disconnect } from '../types.js'

/**
 * Replaces a property of the browser's, by its getter, its setter or its value; where there is none it does nothing.
 *
 * Answers whether nothing stood in the way.
 */
export type Swap = (owner: object | undefined, key: string, make: (native: PropertyDescriptor) => PropertyDescriptor) => boolean

/** Replaces functions of the browser; calling all of `undos` puts them back. `onFailure` is told what is frozen, and stays. */
export const createSwap =
  (undos: Disconnect[], onFailure: (what: string) => void): Swap =>
  (owner, key, make) => {
    const native = owner && Object.getOwnPropertyDescriptor(owner, key)
    if (!native) return true
    const [[kind, ours]] = Object.entries(make(native)) as [[keyof PropertyDescriptor, unknown]]
    try {
      Object.defineProperty(owner, key, { ...native, [kind]: ours })
    } catch {
      onFailure(key)
      return false
    }
    undos.push(() => {
      // Else somebody wrapped it since: what is under their wrapper lets everything pass from now on.
      if (Object.getOwnPropertyDescriptor(owner, key)?.[kind] === ours) Object.defineProperty(owner, key, native)
    })
    return true
  }
