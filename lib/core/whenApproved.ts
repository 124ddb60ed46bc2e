import type { CategoryIndex } from './categories.js'
import { OptInError } from './errors.js'
import type { Events } from './events.js'
import { listOf, readCategories } from './questions.js'
import type { State } from './resolveState.js'

/** Where to look and what to hear. */
export interface Watched {
  readonly events: Events
  readonly current: () => State
}

/** A promise of approval: open while undecided, rejected by a denial, an abort or the end of the OptIn, which calls what is in `open`. */
export const whenApproved = (
  { events, current }: Watched,
  index: CategoryIndex,
  open: Set<() => void>,
  categories: unknown,
  signals: readonly (AbortSignal | undefined)[],
): Promise<void> =>
  new Promise((resolve, reject) => {
    const wanted = readCategories(index, listOf(current().permissions, categories))
    const end = (settle: (reason?: unknown) => void, reason?: unknown) => {
      stop()
      open.delete(check)
      signals[0]?.removeEventListener('abort', check)
      settle(reason)
    }
    const check = () => {
      const { permissions, isDecided } = current()
      const aborted = signals.find((one) => one?.aborted)
      if (aborted) end(reject, aborted.reason)
      else if (wanted.every((one) => permissions[one])) end(resolve as () => void)
      else if (isDecided) end(reject, new OptInError('declined', `[OptIn] The visitor declined ${wanted.join(', ')}: go on without.`))
    }
    const stop = events.listen('change', check)
    open.add(check)
    signals[0]?.addEventListener('abort', check)
    check()
  })
