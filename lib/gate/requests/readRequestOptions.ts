import { invalidConfig } from '../../core/errors.js'
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
  const check = (option: keyof RequestGateOptions, accepts: string, isGood: (value: unknown) => unknown): void => {
    const value = options[option]
    if (value !== undefined && !isGood(value)) throw invalidConfig(option, value, accepts)
  }
  const isAmount = (value: unknown) => typeof value === 'number' && value >= 0
  check('rules', 'a map of categories to lists', (value) => value === Object(value))
  check('adobeRules', 'true or false', (value) => value === !!value)
  check('unknown', 'allow or refuse', (value) => value === 'allow' || value === 'refuse')
  check('undecided', 'hold or refuse', (value) => value === 'hold' || value === 'refuse')
  check('limit', 'a number from 0', isAmount)
  check('maxBytes', 'a number from 0', isAmount)
  check('onAction', 'a function', (value) => typeof value === 'function')
}
