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

/** A promise of approval: open while undecided, rejected by a denial or by one of the signals. */
export const whenApproved = (
  { events, current }: Watched,
  index: CategoryIndex,
  categories: unknown,
  signals: readonly (AbortSignal | undefined)[],
): Promise<void> =>
  new Promise((resolve, reject) => {
    const wanted = readCategories(index, listOf(current().permissions, categories))
    const check = () => {
      const { permissions, isDecided } = current()
      const aborted = signals.find((signal) => signal?.aborted)
      const denied = wanted.filter((one) => !permissions[one])
      if (aborted) reject(aborted.reason)
      else if (!denied.length) resolve()
      else if (isDecided) reject(new OptInError('declined', `[OptIn] The visitor declined ${denied.join(', ')}: go on without.`))
      else return
      stop()
      for (const signal of signals) signal?.removeEventListener('abort', check)
    }
    const stop = events.on('change', check)
    for (const signal of signals) signal?.addEventListener('abort', check)
    check()
  })
