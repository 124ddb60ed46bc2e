import { invalidConfig } from '../../core/errors.js'
import { oneOf } from '../oneOf.js'
import type { HostRules } from './readHostRules.js'

/** What happened to a request. */
export interface RequestItem {
  readonly store: 'request'
  /** The address without its query. */
  readonly name: string
  /** `undefined` when no rule names the address. */
  readonly category: string | undefined
  /** `removed`: ended under way, because its category was denied. */
  readonly action: 'held' | 'replayed' | 'refused' | 'removed'
}

/** Counts since the start, and the last 200 items. */
export type RequestReport = Readonly<Record<RequestItem['action'], number>> & { readonly items: readonly RequestItem[] }

/** The settings of a request gate. */
export interface RequestGateOptions {
  /** The addresses of each category, added to the known Adobe hosts and going before them. */
  readonly rules?: HostRules | undefined
  /** `false` leaves the known Adobe hosts out. Default `true`. */
  readonly adobeRules?: boolean | undefined
  /** What happens to an address that no rule names. Default `'allow'`. */
  readonly unknown?: 'allow' | 'refuse' | undefined
  /** What happens to a request before the visitor decided. Default `'hold'`: sent on approval, refused on denial. */
  readonly undecided?: 'hold' | 'refuse' | undefined
  /** How many requests are held at most; beyond it the newest is refused. Default 10 000. */
  readonly limit?: number | undefined
  /** How many bytes are held at most; beyond it the newest is refused. Default 16 MiB. */
  readonly maxBytes?: number | undefined
  /** Told each thing the gate does. */
  readonly onAction?: ((item: RequestItem) => void) | undefined
}

/** Checks the settings; throws `invalid-config` that names the option. */
export const readRequestOptions = (options: RequestGateOptions): void => {
  const { rules = {}, adobeRules = true, unknown = 'allow', undecided = 'hold', limit = 0, maxBytes = 0, onAction = () => {} } = options
  if (Object(rules) !== rules) throw invalidConfig('rules', rules, 'a map of categories to lists')
  oneOf('adobeRules', adobeRules, true, false)
  oneOf('unknown', unknown, 'allow', 'refuse')
  oneOf('undecided', undecided, 'hold', 'refuse')
  for (const [option, amount] of Object.entries({ limit, maxBytes }))
    if (typeof amount !== 'number' || !(amount >= 0)) throw invalidConfig(option, amount, 'a number from 0')
  oneOf('onAction', typeof onAction, 'function')
}
