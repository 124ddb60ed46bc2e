/** Acts if it can by now and answers `true`; else nothing, or a promise of the moment to go on, which brings the news of it. */
export type Work = () => unknown

// Milliseconds, far from the 50 that make a task a long one.
const PORTION = 10

/** Resolves in a turn of its own. */
export const nextTurn = (): Promise<unknown> => new Promise((over) => setTimeout(over))

/**
 * Holds work until it can act; after each piece of news what can, does: in the order of arrival, in portions.
 *
 * Gives what waits, `proceed()` for news, and `enter(work)` for work that comes, which answers `true` when it acted at once.
 */
export const createQueue = () => {
  const waiting = new Set<Work>()
  let pass: Iterator<Work>
  let isBusy: unknown

  const proceed = async (): Promise<void> => {
    // A pass is live: it sees what comes while it runs. News starts another one.
    pass = waiting.values()
    if (isBusy) return
    isBusy = true
    let end = Date.now() + PORTION
    for (let next; !(next = pass.next()).done; ) {
      // What callers do when their promise settles comes before the next piece, and into the same portion.
      if (await next.value()) waiting.delete(next.value)
      if (Date.now() > end) {
        await nextTurn()
        end = Date.now() + PORTION
      }
    }
    isBusy = false
  }
  return [waiting, proceed, (work: Work) => !isBusy && work()] as const
}
