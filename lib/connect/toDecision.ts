import type { Decision } from '../types.js'

/** What a platform says about one of its ids: approved, denied, or (anything but a boolean) not known. */
export type Answer = (id: string) => unknown

/** Our categories, each with the platform's ids that decide on it. */
export type IdsByCategory = Readonly<Record<string, readonly string[]>>

/**
 * Translates a platform's answers into a Decision; `undefined` when they decide nothing.
 *
 * `ecid`, where no id is mapped to it, follows: approved with any other category, denied with all.
 */
export const toDecision = (
  answer: Answer,
  ids: IdsByCategory,
  match: 'all' | 'any' = 'all',
  ecidFollows: boolean = true,
): Decision | undefined => {
  // One voice is enough for this value: a no where all must agree, a yes where any will do.
  const enough = match === 'any'
  const decision: Record<string, boolean> = {}
  for (const category of Object.keys(ids)) {
    const voices = ids[category]!.map((id) => answer(id))
    if (voices.includes(enough)) decision[category] = enough
    else if (voices.every((voice) => voice === !enough)) decision[category] = !enough
  }
  const decided = Object.values(decision)
  if (!decided.length) return undefined
  if (ecidFollows && !ids.ecid) decision.ecid = decided.includes(true)
  return decision
}
