import { toDecision } from '../connect/toDecision.js'
import type { CategoryInput, CategoryMap, Connector, NoCategories } from '../types.js'

/** What `gpc` can be told. */
export interface GpcOptions<More extends CategoryMap = NoCategories> {
  /** The categories that the signal denies. Default `aam` and `adcloud`. */
  readonly categories?: NoInfer<CategoryInput<More>> | undefined
}

/**
 * Takes the browser's Global Privacy Control: a denial that stands against every platform until the page itself approves.
 *
 * It never approves anything, and leaves the status as it was.
 */
export const gpc =
  <More extends CategoryMap = NoCategories>({ categories = ['aam', 'adcloud'] }: GpcOptions<More> = {}): Connector =>
  (optIn) => {
    const denials = toDecision('gpc.categories', { gpc: categories as CategoryInput }, optIn.Categories, false, false)(() => false)
    // No browser tells of a change; the signal is read once a page.
    if (globalThis.navigator?.['globalPrivacyControl' as never] === true && Object.keys(denials).length)
      optIn.decide(denials, { source: 'gpc', standing: true })
  }
