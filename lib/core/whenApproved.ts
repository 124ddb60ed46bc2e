import type { CategoryIndex } from './categories.js'
import { OptInError } from './errors.js'
import type { Events } from './events.js'
import { areApproved, readCategories } from './questions.js'
import type { State } from './resolveState.js'

/** Where to look and what to hear. */
export interface Waiting {
  readonly index: CategoryIndex
  readonly all: readonly string[]
  readonly events: Events
  readonly current: () => State
  readonly isDestroyed: () => boolean
  readonly whenDestroyed: Set<() => void>
}

/** A promise of approval: open while undecided, rejected by a denial, an abort or the end of the OptIn. */
export const whenApproved = (
  { index, all, events, current, isDestroyed, whenDestroyed }: Waiting,
  categories: unknown,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<void> =>
  new Promise((resolve, reject) => {
    const wanted = readCategories(index, categories ?? all)
    const end = () => {
      stop()
      whenDestroyed.delete(destroyed)
      signal?.removeEventListener('abort', aborted)
    }
    const fail = (reason: unknown) => {
      end()
      reject(reason)
    }
    const aborted = () => fail(signal?.reason)
    const destroyed = () => fail(new OptInError('destroyed', '[OptIn] This OptIn was destroyed. Create another one to go on.'))
    const check = () => {
      const { permissions, isDecided } = current()
      if (areApproved(permissions, index, wanted)) {
        end()
        resolve()
      } else if (isDecided) fail(new OptInError('declined', `[OptIn] The visitor declined ${wanted.join(', ')}. Go on without it.`))
    }
    const stop = events.listen('change', check)
    whenDestroyed.add(destroyed)
    signal?.addEventListener('abort', aborted)
    if (isDestroyed()) destroyed()
    else if (signal?.aborted) aborted()
    else check()
  })
