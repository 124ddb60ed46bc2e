import { invalidConfig } from '../core/errors.js'
import type { CategoryInput, CategoryMap, NoCategories } from '../types.js'
import type { Mapping } from './toDecision.js'

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

/** Throws an `OptInError` (`invalid-config`) that names the adapter's option, unless it is fine. */
export const checkOption = (option: string, got: unknown, fine: unknown, accepts: string): void => {
  if (!fine) throw invalidConfig(option, got, accepts)
}

const MAP = "ids with known categories, such as { 'their id': ['aa'] }"

/** The options, checked: how long to wait, and the mapping for the categories of an OptIn. */
export interface Settings {
  readonly timeout: number
  /** Throws an `OptInError` (`invalid-config`) for a category that the OptIn does not know. */
  readonly mappingFor: (categories: CategoryMap) => Mapping
}

/** Checks the options that all platforms share; throws an `OptInError` (`invalid-config`) that names the option. */
export const readOptions = (name: string, options: PlatformOptions<CategoryMap>, defaultMap: IdMap): Settings => {
  const { map = defaultMap, match = 'all', ecid = true, timeout = 10_000 } = options
  checkOption(`${name}.match`, match, match === 'all' || match === 'any', "'all' or 'any'")
  checkOption(`${name}.ecid`, ecid, ecid === !!ecid, 'true or false')
  // Beyond 31 bits the browser's clock fires at once.
  checkOption(`${name}.timeout`, timeout, timeout >= 0 && timeout < 2 ** 31, 'milliseconds')
  checkOption(`${name}.map`, map, map === Object(map) && !Array.isArray(map), MAP)

  return {
    timeout,
    mappingFor: (categories) => {
      const ids = new Map<string, string[]>()
      for (const id of Object.keys(map))
        for (const item of [map[id]!].flat()) {
          const category = Object.hasOwn(categories, item) ? categories[item]! : item
          checkOption(`${name}.map`, item, Object.values(categories).includes(category), MAP)
          ids.set(category, [...(ids.get(category) ?? []), id])
        }
      return { ids, match, ecid }
    },
  }
}
