import type { Decision } from '../types.js'

/** What a platform says about one of its ids: approved, denied, or (anything but a boolean) not known. */
export type Answer = (id: string) => unknown

/** Which of their ids decide on which of our categories, and how many of them it takes. */
export interface Mapping {
  /** Our category → their ids. */
  readonly ids: ReadonlyMap<string, readonly string[]>
  readonly match: 'all' | 'any'
  /** Whether `ecid`, where no id is mapped to it, follows the others. */
  readonly ecid: boolean
}

/** Translates a platform's answers into a Decision; `undefined` when they decide nothing. */
export const toDecision = (answer: Answer, { ids, match, ecid }: Mapping): Decision | undefined => {
  // One voice is enough for this value: a no where all must agree, a yes where any will do.
  const enough = match === 'any'
  const decision: Record<string, boolean> = {}
  for (const [category, group] of ids) {
    const voices = group.map((id) => answer(id))
    if (voices.includes(enough)) decision[category] = enough
    else if (voices.every((voice) => voice === !enough)) decision[category] = !enough
  }
  const decided = Object.values(decision)
  if (!decided.length) return undefined
  if (ecid && !ids.has('ecid')) decision.ecid = decided.includes(true)
  return decision
}
