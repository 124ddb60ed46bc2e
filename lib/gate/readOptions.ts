import type { GateItem } from './types.js'
import { oneOf } from './oneOf.js'
import { type CategoryRule, type GateRules, type Store, stores } from './readRules.js'
import { listRules } from './rules.js'

/** The settings of the gate. */
export interface GateOptions {
  /** The names of each category, added to the known Adobe names and going before them. */
  readonly rules?: GateRules | undefined
  /** `false` leaves the known Adobe names out. Default `true`. */
  readonly adobeRules?: boolean | undefined
  /** What happens to a name that no rule names. Default `'allow'`. */
  readonly unknown?: 'allow' | 'refuse' | undefined
  /** What happens to a write before the visitor decided. Default `'hold'`: written on approval, dropped on denial. */
  readonly undecided?: 'hold' | 'refuse' | undefined
  /** Told each thing the gate does. */
  readonly onAction?: ((item: GateItem) => void) | undefined
  /** The stores that are guarded. Default: all. */
  readonly stores?: readonly Store[] | undefined
  /** Starts marked scripts, frames and images on approval. Default `true`. */
  readonly markup?: boolean | undefined
}

/** The settings, checked. */
export interface GateSettings extends GateOptions {
  readonly list: readonly CategoryRule[]
  readonly onAction: (item: GateItem) => void
  readonly stores: readonly Store[]
}

/** Checks the settings; throws `invalid-config` that names the option. */
export const readOptions = (options: GateOptions): GateSettings => {
  const { rules, adobeRules, onAction = () => {} } = options
  const check = (option: keyof GateOptions, ...accepted: readonly unknown[]) => oneOf(option, options[option] ?? accepted[0], ...accepted)
  check('adobeRules', true, false)
  check('markup', true, false)
  check('unknown', 'allow', 'refuse')
  check('undecided', 'hold', 'refuse')
  oneOf('onAction', typeof onAction, 'function')
  const chosen = [options.stores ?? stores].flat()
  for (const store of chosen) oneOf('stores', store, ...stores)
  return { ...options, onAction, stores: chosen, list: listRules(rules, adobeRules) }
}
