import type { AnyOptIn } from '../types.js'
import type { Store } from './readRules.js'
import type { Settings } from './types.js'

/** No rule names it. */
export const free = 0
/** It may be stored, or sent. */
export const pass = 1
/** It waits for the visitor's decision. */
export const hold = 2
/** It may not be stored or sent, but may stay where it is. */
export const refuse = 3
/** The visitor's decision denies it: it goes. */
export const deny = 4

/**
 * Judges by what the visitor decided; once `signal` is aborted everything is free.
 *
 * Gives the verdict on what is of a category (of none: `undefined`; of none that may be asked for: `''`), and whether anything is denied now.
 */
export const createJudge = (optIn: AnyOptIn, { unknown, undecided }: Settings<unknown, never>, signal: AbortSignal) => {
  // While the page collects a new decision, the last completed one holds: the page's, or of others meanwhile.
  let isDecided = optIn.isComplete || !optIn.doesOptInApply
  optIn.on('complete', () => {
    isDecided = true
  })
  optIn.on('change', () => {
    if (optIn.isPending) isDecided = !optIn.doesOptInApply
  })
  const judge = (category: string | undefined): number => {
    if (signal.aborted) return free
    if (!category) return category === undefined && unknown === 'refuse' ? refuse : free
    if (optIn.permissions[category]) return pass
    return isDecided ? deny : undecided === 'refuse' ? refuse : hold
  }
  const denies = (): boolean => isDecided && Object.values(optIn.permissions).includes(false)
  return [judge, denies] as const
}

/** The verdict on a category, and whether anything is denied now. */
export type Judge = ReturnType<typeof createJudge>

/** Answers what becomes of a name. */
export type VerdictOf = (store: Store, name: string) => number
