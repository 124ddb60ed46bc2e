import type { CategoryMap, Decision } from '../types.js'
import type { IdMap } from './readOptions.js'
import { checkOption } from './readOptions.js'

/** What a platform says about one of its ids: approved, denied, or (anything but a boolean) not known. */
export type Answer = (id: string) => unknown

/**
 * Reads a map (`option` is its name) into the function that translates a platform's answers into a Decision,
 * which is empty when they decide nothing.
 *
 * `ecid`, where no id is mapped to it, follows: approved with any other category, denied with all.
 * Throws an `OptInError` (`invalid-config`) for a category nobody knows.
 */
export const toDecision = (
  option: string,
  map: IdMap<CategoryMap>,
  categories: CategoryMap,
  matchesAny = false,
  ecidFollows = true,
): ((answer: Answer) => Decision) => {
  const ids: Record<string, string[]> = Object.create(null)
  for (const id of Object.keys(map))
    for (const input of [map[id]!].flat()) {
      const category = categories[input] ?? input
      checkOption(option, input, 'made of known categories', Object.values(categories).includes(category))
      ;(ids[category] ??= []).push(id)
    }
  return (answer) => {
    const decision: Record<string, boolean> = {}
    for (const category in ids) {
      const voices = ids[category]!.map(answer)
      // One voice is enough for a no where all must agree, and for a yes where any will do.
      if (voices.includes(matchesAny)) decision[category] = matchesAny
      else if (voices.every((voice) => voice === !matchesAny)) decision[category] = !matchesAny
    }
    const decided = Object.values(decision)
    if (ecidFollows && !ids.ecid && decided.length) decision.ecid = decided.includes(true)
    return decision
  }
}
