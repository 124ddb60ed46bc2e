import type { CategoryIndex } from './categories.js'
import { OptInError } from './errors.js'
import type { Events } from './events.js'
import { areApproved, listOf, readCategories } from './questions.js'
import type { State } from './resolveState.js'

/** Where to look and what to hear. */
export interface Waiting {
  readonly index: CategoryIndex
  readonly events: Events
  readonly current: () => State
  /** What is still open when the OptIn is destroyed. */
  readonly open: Set<() => void>
  readonly isDestroyed: () => boolean
}

/** A promise of approval: open while undecided, rejected by a denial, an abort or the end of the OptIn. */
export const whenApproved = (
  { index, events, current, open, isDestroyed }: Waiting,
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
      else if (areApproved(permissions, index, wanted)) end(resolve as () => void)
      else if (isDecided) end(reject, new OptInError('declined', `[OptIn] The visitor declined ${wanted.join(', ')}: go on without.`))
    }
    const stop = events.listen('change', check)
    open.add(check)
    signal?.addEventListener('abort', check)
    check()
  })
