import type { AnyOptIn, Report } from '../types.js'
import type { Note } from './items.js'
import { free, hold, pass, type VerdictOf } from './judge.js'
import type { Store } from './rules.js'

/** Does what was asked; when it was held before, answers `true` if nothing was stored, for it had expired. */
export type Run = (wasHeld: boolean) => unknown

const limit = 1000

/** The one place where guards ask: writes pass, wait, or are refused. */
export const createDoor = (optIn: AnyOptIn, verdictOf: VerdictOf, note: Note, report: Report) => {
  const held = new Map<string, readonly [Store, string, Run, boolean]>()
  let settled: unknown

  /** Writes what waited for what is approved now, in order, and drops what waited for what is denied. */
  const settle = (): void => {
    settled = optIn.permissions
    for (const [key, [store, name, run, isRemoval]] of held) {
      const verdict = verdictOf(store, name)
      if (verdict === hold) continue
      held.delete(key)
      try {
        const isApproved = verdict === pass
        if ((!isApproved || run(true) !== true) && !isRemoval) note(isApproved ? 'replayed' : 'refused', store, name)
      } catch (error) {
        report(error)
      }
    }
  }

  return {
    settle,
    /** Whether the gate has anything to say about a name. */
    isGated: (store: Store, name: string): boolean => verdictOf(store, name) !== free,
    /**
     * Lets a write pass, which is to run it, or stops it. A removal always runs, and once more after what is held.
     *
     * The later write of a key stands for the earlier; of too many the oldest gives way.
     */
    ask: (store: Store, name: string, run: Run, isRemoval = false, key = name): unknown => {
      const verdict = verdictOf(store, name)
      // A decision may take effect before it is announced: what was held goes first, so that the newer write wins.
      if (verdict === pass && settled !== optIn.permissions) settle()
      if (verdict === hold) {
        held.delete(store + key)
        held.set(store + key, [store, name, run, isRemoval])
        if (held.size > limit) {
          const [[oldest, [store, name]]] = held as unknown as [[string, [Store, string]]]
          held.delete(oldest)
          note('refused', store, name)
        }
      }
      if (isRemoval || verdict < hold) return run(false)
      note(verdict === hold ? 'held' : 'refused', store, name)
    },
    /** Takes back all that is held for a store. */
    clear: (store: Store | undefined): void => held.forEach((write, key) => write[0] === store && held.delete(key)),
  }
}

/** The one place where guards ask: writes pass, wait, or are refused. */
export type Door = ReturnType<typeof createDoor>
