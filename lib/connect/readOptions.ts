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
export const checkOption = (fine: unknown, option: string, got: unknown, accepts: string): void => {
  if (!fine) throw invalidConfig(option, got, accepts)
}

/** Checks the options that all platforms share; throws an `OptInError` (`invalid-config`) that names the option. */
export const checkOptions = (name: string, map: unknown, match: unknown, ecid: unknown, timeout: number): void => {
  checkOption(map === Object(map) && !Array.isArray(map), `${name}.map`, map, "an object such as { 'their id': ['aa'] }")
  checkOption(match === 'all' || match === 'any', `${name}.match`, match, "'all' or 'any'")
  checkOption(ecid === !!ecid, `${name}.ecid`, ecid, 'true or false')
  // Beyond 31 bits the browser's clock fires at once.
  checkOption(timeout >= 0 && timeout < 2 ** 31, `${name}.timeout`, timeout, 'milliseconds')
}

/** The ids that decide on each category; throws an `OptInError` (`invalid-config`) for a category nobody knows. */
export const idsByCategory = (name: string, map: IdMap<CategoryMap>, categories: CategoryMap): IdsByCategory => {
  const ids: Record<string, string[]> = Object.create(null)
  for (const id of Object.keys(map))
    for (const item of [map[id]!].flat()) {
      const category = Object.hasOwn(categories, item) ? categories[item]! : item
      checkOption(Object.values(categories).includes(category), `${name}.map`, item, 'made of known categories')
      ;(ids[category] ??= []).push(id)
    }
  return ids
}
