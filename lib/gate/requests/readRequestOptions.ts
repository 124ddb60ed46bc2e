import { invalidConfig } from '../../core/errors.js'
import type { GateAction, ReportOf, Settings } from '../types.js'
import type { HostRules } from './readHostRules.js'

/** What happened to a request. */
export interface RequestItem {
  readonly store: 'request'
  /** The address without its query. */
  readonly name: string
  /** `undefined` when no rule names the address. */
  readonly category: string | undefined
  /** `removed`: ended under way, because its category was denied. */
  readonly action: GateAction
}

/** Counts since the start, and the last 200 items. */
export type RequestReport = ReportOf<RequestItem>

/** The settings of a request gate; its rules are the addresses of each category. */
export interface RequestGateOptions extends Settings<HostRules, RequestItem> {
  /** How many requests are held at most; beyond it the newest is refused. Default 10 000. */
  readonly limit?: number | undefined
  /** How many bytes are held at most; beyond it the newest is refused. Default 16 MiB. */
  readonly maxBytes?: number | undefined
}

/** Checks the settings of this gate alone; throws `invalid-config` that names the option. */
export const readRequestOptions = ({ rules = {}, limit = 0, maxBytes = 0 }: RequestGateOptions): void => {
  if (Object(rules) !== rules) throw invalidConfig('rules', rules, 'a map of categories to lists')
  for (const [option, amount] of Object.entries({ limit, maxBytes }))
    if (typeof amount !== 'number' || !(amount >= 0)) throw invalidConfig(option, amount, 'a number from 0')
}
