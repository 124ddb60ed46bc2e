import { hold, pass, type VerdictOf } from './judge.js'
import type { Store } from './rules.js'
import type { Attempt, Note } from './types.js'

/** Does what was asked; answers `true` if nothing is stored, for it has expired. */
export type Run = () => unknown

const limit = 1000

/** The one place where guards ask: writes pass, wait, or are refused. */
export const createDoor = (verdictOf: VerdictOf, note: Note, attempt: Attempt) => {
  const held = new Map<string, readonly [Store, string, Run, boolean]>()

  /** Writes what waited for what is approved now, in order, and drops what waited for what is denied. */
  const settle = (): void => {
    for (const [key, [store, name, run, isRemoval]] of held) {
      const verdict = verdictOf(store, name)
      if (verdict === hold) continue
      held.delete(key)
      attempt(() => {
        const isApproved = verdict === pass
        if ((!isApproved || run() !== true) && !isRemoval) note(isApproved ? 'replayed' : 'refused', store, name)
      })
    }
  }

  /** Answers what becomes of a name. */
  const ask = (store: Store, name: string): number => {
    const verdict = verdictOf(store, name)
    // A decision may take effect before it is announced: what was held goes first, so that the newer write wins.
    if (verdict === pass && held.size) settle()
    return verdict
  }

  return {
    settle,
    ask,
    /**
     * Writes, or stops a write, for now or for good. A removal runs, and once more after what is held.
     *
     * The later write of a key stands for the earlier; of too many the oldest gives way.
     */
    write: (store: Store, name: string, run: Run, isRemoval: boolean, key = name): unknown => {
      const verdict = ask(store, name)
      const isHeld = verdict === hold
      if (isHeld) {
        held.delete(store + key)
        held.set(store + key, [store, name, run, isRemoval])
        if (held.size > limit) {
          const [[oldest, [store, name]]] = held as unknown as [[string, [Store, string]]]
          held.delete(oldest)
          note('refused', store, name)
        }
      }
      if (isRemoval || verdict < hold) return run()
      note(isHeld ? 'held' : 'refused', store, name)
    },
    /** Takes back all that is held for a store. */
    clear: (store: Store | undefined): void => held.forEach((write, key) => write[0] === store && held.delete(key)),
  }
}

/** The one place where guards ask: writes pass, wait, or are refused. */
export type Door = ReturnType<typeof createDoor>
