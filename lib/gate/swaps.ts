import type { Attempt } from './types.js'

type Kind = 'get' | 'set' | 'value'

/**
 * Replaces the getter, the setter or the value of a property of the browser's; where there is none it does nothing.
 *
 * Answers whether nothing stood in the way.
 */
export type Swap = <Native>(owner: object | undefined, key: string, kind: Kind, make: (native: Native) => unknown) => boolean

/** Replaces functions of the browser; calling all of `undos` puts them back. What is frozen is reported, and stays. */
export const createSwaps = (attempt: Attempt) => {
  const undos: (() => void)[] = []
  const swap: Swap = (owner, key, kind, make) =>
    attempt(() => {
      const native = owner && Object.getOwnPropertyDescriptor(owner, key)
      if (!native) return
      const ours = make(native[kind] as never)
      Object.defineProperty(owner, key, { ...native, [kind]: ours })
      undos.push(() => {
        // Else somebody wrapped it since: what is under their wrapper lets everything pass from now on.
        if (Object.getOwnPropertyDescriptor(owner, key)?.[kind] === ours) Object.defineProperty(owner, key, native)
      })
    })
  return { swap, undos }
}
