import { oneOf } from './oneOf.js'
import { type CategoryRule, type GateRules, type Store, stores as all } from './readRules.js'
import { listRules } from './rules.js'
import type { GateItem, Settings } from './types.js'

/** The settings of the gate; its rules name what is stored, by category. */
export interface GateOptions extends Settings<GateRules, GateItem> {
  /** The stores that are guarded. Default: all. */
  readonly stores?: readonly Store[] | undefined
  /** Starts marked scripts, frames and images on approval. Default `true`. */
  readonly markup?: boolean | undefined
}

/** The settings, read. */
export interface GateSettings {
  readonly list: readonly CategoryRule[]
  readonly stores: readonly Store[]
  readonly markup: boolean
}

/** Reads the settings of this gate alone; throws `invalid-config` that names the option. */
export const readOptions = ({ rules, adobeRules, stores: chosen = all, markup = true }: GateOptions): GateSettings => {
  const stores = [chosen].flat()
  oneOf('markup', markup, true, false)
  for (const store of stores) oneOf('stores', store, ...all)
  return { list: listRules(rules, adobeRules), stores, markup }
}
