/** Replaces a property of the browser's, by its getter, its setter or its value; where there is none it does nothing. */
export type Swap = (owner: object | undefined, key: string, make: (native: PropertyDescriptor) => PropertyDescriptor) => void

/** Replaces functions of the browser; calling all of `undos` puts them back. */
export const createSwaps = (onFailure: (what: string) => void) => {
  const undos: (() => void)[] = []
  const swap: Swap = (owner, key, make) => {
    const native = owner && Object.getOwnPropertyDescriptor(owner, key)
    if (!native) return
    const [[kind, ours]] = Object.entries(make(native)) as [[keyof PropertyDescriptor, unknown]]
    try {
      Object.defineProperty(owner, key, { ...native, [kind]: ours })
    } catch {
      return onFailure(key)
    }
    undos.push(() => {
      // Else somebody wrapped it since: what is under their wrapper lets everything pass from now on.
      if (Object.getOwnPropertyDescriptor(owner, key)?.[kind] === ours) Object.defineProperty(owner, key, native)
    })
  }
  return { swap, undos }
}
