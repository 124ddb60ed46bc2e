import type { Connector } from '../types.js'
import type { CategoryIndex } from './categories.js'
import { invalidConfig } from './errors.js'

/** Throws for a category in a bridge's own map that nobody knows; it stands in lists of lists and maps of maps. */
export const checkMap = (bridge: Connector, index: CategoryIndex): void => {
  JSON.stringify((bridge as { readonly map?: unknown }).map, (_key, leaf: unknown) => {
    if (leaf !== Object(leaf) && leaf !== undefined && !index(leaf)) throw invalidConfig('bridges.map', leaf, 'made of known categories')
    return leaf
  })
}
