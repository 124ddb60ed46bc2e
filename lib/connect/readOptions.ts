import { invalidConfig } from '../core/errors.js'
import type { CategoryInput, CategoryMap, NoCategories } from '../types.js'

/** Their ids, each with the category or the categories it decides on. */
export type IdMap<More extends CategoryMap = NoCategories> = Readonly<Record<string, CategoryInput<More>>>

/** What every platform's adapter can be told. */
export interface PlatformOptions<More extends CategoryMap = NoCategories> {
  /** `{ 'their id': ['aa', 'target'] }`; it replaces the default map. */
  readonly map?: NoInfer<IdMap<More>> | undefined
  /** Whether `'all'` (default) or `'any'` of the ids mapped to a category must be approved. */
  readonly match?: 'all' | 'any' | undefined
  /** `false` leaves `ecid` alone where no id is mapped to it; else it follows the other categories. */
  readonly ecid?: boolean | undefined
  /** Milliseconds to wait for the platform before it is reported missing; it is heard also later. Default 10 000. */
  readonly timeout?: number | undefined
}

/** Throws an `OptInError` (`invalid-config`) that names an adapter's option, unless it is of the kind (`'a number'`) or one of the words (`'all or any'`) it accepts. */
export const checkOption = (
  option: string,
  got: unknown,
  accepts: string,
  isFine: unknown = accepts.includes(typeof got) || accepts.split(' or ').includes(got as string),
): void => {
  if (!isFine) throw invalidConfig(option, got, accepts)
}
