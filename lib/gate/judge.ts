import type { AnyOptIn } from '../types.js'
import { oneOf } from './oneOf.js'
import type { GateSettings } from './readOptions.js'
import { createMatcher, type Store } from './rules.js'

/** No rule names it. */
export const free = 0
/** It may be stored. */
export const pass = 1
/** It waits for the visitor's decision. */
export const hold = 2
/** It may not be stored, but may stay where it is. */
export const refuse = 3
/** The visitor's decision denies it: it goes. */
export const deny = 4

/**
 * Judges names by the rules and by what the visitor decided; once `signal` is aborted everything is free.
 *
 * Gives the category of a name, the verdict on it, and whether anything is denied now.
 */
export const createJudge = (optIn: AnyOptIn, { list, unknown, undecided }: GateSettings, signal: AbortSignal) => {
  for (const { category } of list) oneOf(`rules.${category}`, category, ...Object.values<string>(optIn.Categories))

  const categoryOf = createMatcher(list)
  let isUndecided = true
  const isDecided = (): boolean => {
    const { status, doesOptInApply } = optIn
    // While the page collects a new decision, the last completed one holds.
    if (status !== 'changed') isUndecided = status === 'pending'
    return !isUndecided || !doesOptInApply
  }
  const verdictOf = (store: Store, name: string): number => {
    const category = categoryOf(store, name)
    if (signal.aborted) return free
    if (!category) return category === undefined && unknown === 'refuse' ? refuse : free
    if (optIn.permissions[category]) return pass
    return isDecided() ? deny : undecided === 'refuse' ? refuse : hold
  }
  const denies = (): boolean => isDecided() && Object.values(optIn.permissions).includes(false)
  return [categoryOf, verdictOf, denies] as const
}

/** Answers what becomes of a name. */
export type VerdictOf = (store: Store, name: string) => number
