/** An address that the gate has a say in. */
export interface Found {
  /** `undefined` when no rule names it and `unknown` is `'refuse'`. */
  readonly category: string | undefined
  /** The address without its query. */
  readonly name: string
  /** The whole address. */
  readonly href: string
}

/** A request that waits for the visitor. */
export interface Held {
  readonly found: Found
  /** Sends it; a promise tells when it has left. */
  readonly replay: () => unknown
  /** Tells the page that it was refused, the way a browser tells. */
  readonly refuse: (() => void) | undefined
  /** What it keeps in memory. */
  readonly bytes: number
}

/** Makes a place for requests to wait in, in the order they came, bounded in number and bytes. */
export const createHolding = (limit = 10_000, maxBytes = 2 ** 24) => {
  const waiting = new Set<Held>()
  let total = 0
  return {
    waiting,
    /** Takes one in; `false` when there is no room. */
    add: (item: Held): boolean => waiting.size < limit && total + item.bytes <= maxBytes && !!(total += item.bytes) && !!waiting.add(item),
    /** Lets one go; `false` when it does not wait any more. */
    drop: (item: Held): boolean => waiting.delete(item) && ((total -= item.bytes), true),
  }
}
