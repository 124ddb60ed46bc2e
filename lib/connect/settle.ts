import type { AnyOptIn, Decision } from '../types.js'

/**
 * Makes the function through which one speaker decides, under its name: one Decision, one announcement.
 *
 * An answer equal to its last one is not told again, for platforms fire twice and without a change;
 * after a `reset()` of the page it is news again.
 */
export const settle = (optIn: AnyOptIn, source: string): ((decision: Decision) => void) => {
  let last: string | undefined
  return (decision) => {
    if (last === (last = JSON.stringify(decision)) && optIn.status !== 'pending') return
    optIn.decide(decision, { source })
  }
}
