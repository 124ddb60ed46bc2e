/** Acts if it can by now and answers `true`; else nothing, or a promise of the moment to go on, which brings the news of it. */
export type Work = () => unknown

// Milliseconds, and a good way from the 50 that make a task a long one.
const PORTION = 25

/** Resolves in a turn of its own. */
export const nextTurn = (): Promise<unknown> => new Promise((over) => setTimeout(over))

/**
 * Holds work until it can act; at each `proceed()` what can, does: in the order of arrival, in portions.
 *
 * Gives the set of what waits, to which work is added and from which it may be taken away, and `proceed`.
 */
export const createQueue = () => {
  const waiting = new Set<Work>()
  let pass: Iterator<Work>
  let isBusy: boolean | undefined

  const proceed = async (): Promise<void> => {
    // A pass is live: it sees what comes while it runs. News starts another one.
    pass = waiting.values()
    if (isBusy) return
    isBusy = true
    for (let next, end; !(next = pass.next()).done; ) {
      end ??= Date.now() + PORTION
      // What callers do when their promise settles comes before the next piece, and into the same portion.
      if (await next.value()) waiting.delete(next.value)
      if (Date.now() > end) end = void (await nextTurn())
    }
    isBusy = false
  }
  return [waiting, proceed] as const
}
