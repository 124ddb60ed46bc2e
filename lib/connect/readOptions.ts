import { invalidConfig } from '../core/errors.js'
import type { CategoryInput, CategoryMap, NoCategories } from '../types.js'
import type { IdsByCategory } from './toDecision.js'

/** Their ids, each with the category or the categories it decides on. */
export type IdMap<More extends CategoryMap = NoCategories> = Readonly<Record<string, CategoryInput<More>>>

/** What every platform's adapter can be told. */
export interface PlatformOptions<More extends CategoryMap = NoCategories> {
  /** `{ 'their id': ['aa', 'target'] }`; it replaces the default map. */
  readonly map?: IdMap<More> | undefined
  /** Whether `'all'` (default) or `'any'` of the ids mapped to a category must be approved. */
  readonly match?: 'all' | 'any' | undefined
  /** `false` leaves `ecid` alone where no id is mapped to it; else it follows the other categories. */
  readonly ecid?: boolean | undefined
  /** Milliseconds to wait for the platform before it is reported missing; it is heard also later. Default 10 000. */
  readonly timeout?: number | undefined
}

/** Throws an `OptInError` (`invalid-config`) that names an adapter's option, unless it is fine. */
export const checkOption = (option: string, got: unknown, fine: unknown, accepts: string): void => {
  if (!fine) throw invalidConfig(option, got, accepts)
}

/** The value of an option that accepts one of a few words, the first of them where nothing was given. */
export const choose = <Word>(option: string, words: readonly Word[], got: Word = words[0]!): Word => {
  checkOption(option, got, words.includes(got), words.join(' or '))
  return got
}

/** The ids that decide on each category; throws an `OptInError` (`invalid-config`) for a category nobody knows. */
export const idsByCategory = (option: string, map: IdMap<CategoryMap>, categories: CategoryMap): IdsByCategory => {
  const ids: Record<string, string[]> = Object.create(null)
  for (const [id, inputs] of Object.entries(map))
    for (const input of [inputs].flat()) {
      const category = Object.hasOwn(categories, input) ? categories[input]! : input
      checkOption(option, input, Object.values(categories).includes(category), 'made of known categories')
      ;(ids[category] ??= []).push(id)
    }
  return ids
}
