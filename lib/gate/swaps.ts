/** Replaces a property of the browser's; where there is none it does nothing. */
export type Swap = (owner: object | undefined, key: string, make: (native: PropertyDescriptor) => PropertyDescriptor) => void

/** Replaces functions of the browser; calling all of `undos` puts them back. */
export const createSwaps = (onFailure: (what: string) => void) => {
  const undos: (() => void)[] = []
  const swap: Swap = (owner, key, make) => {
    const native = owner && Object.getOwnPropertyDescriptor(owner, key)
    if (!native) return
    const ours = { ...native, ...make(native) }
    try {
      Object.defineProperty(owner, key, ours)
    } catch {
      return onFailure(key)
    }
    undos.push(() => {
      const now = Object.getOwnPropertyDescriptor(owner, key)
      // Else somebody wrapped it since: what is under their wrapper lets everything pass from now on.
      if (now?.value === ours.value && now?.get === ours.get && now?.set === ours.set) Object.defineProperty(owner, key, native)
    })
  }
  return { swap, undos }
}
