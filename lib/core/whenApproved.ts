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
  isDestroyed: () => boolean,
  categories: unknown,
  signal: AbortSignal | undefined,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const wanted = readCategories(index, listOf(current().permissions, categories))
    const end = (settle: (reason?: unknown) => void, reason?: unknown) => {
      stop()
      open.delete(check)
      signal?.removeEventListener('abort', check)
      settle(reason)
    }
    const check = () => {
      const { permissions, isDecided } = current()
      if (isDestroyed()) end(reject, new OptInError('destroyed', '[OptIn] This OptIn was destroyed: create another one.'))
      else if (signal?.aborted) end(reject, signal.reason)
      else if (wanted.every((one) => permissions[one])) end(resolve as () => void)
      else if (isDecided) end(reject, new OptInError('declined', `[OptIn] The visitor declined ${wanted.join(', ')}: go on without.`))
    }
    const stop = events.listen('change', check)
    open.add(check)
    signal?.addEventListener('abort', check)
    check()
  })
