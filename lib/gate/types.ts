import type { Store } from './readRules.js'

/** The settings that every gate has. */
export interface Settings<Rules, Item> {
  /** What belongs to each category, added to what is known of Adobe and going before it. */
  readonly rules?: Rules | undefined
  /** `false` leaves the known Adobe rules out. Default `true`. */
  readonly adobeRules?: boolean | undefined
  /** What happens to what no rule names. Default `'allow'`. */
  readonly unknown?: 'allow' | 'refuse' | undefined
  /** What happens before the visitor decided. Default `'hold'`: done on approval, dropped on denial. */
  readonly undecided?: 'hold' | 'refuse' | undefined
  /** Told each thing the gate does. */
  readonly onAction?: ((item: Item) => void) | undefined
}

/** What a gate did with something. */
export type GateAction = 'held' | 'replayed' | 'refused' | 'removed'

/** One thing the gate did: names, never values. */
export interface GateItem {
  readonly store: Store
  readonly name: string
  /** `undefined` for a name that no rule names. */
  readonly category: string | undefined
  readonly action: GateAction
}

/** Counts since the start, and the last 200 items. */
export type ReportOf<Item> = Readonly<Record<GateAction, number>> & { readonly items: readonly Item[] }

/** Counts since the start, and the last 200 items. */
export type GateReport = ReportOf<GateItem>

/** Tells what the gate did to a name. */
export type Note = (action: GateAction, store: Store, name: string) => void

/** Does something that the visitor's browser, or the page, may prevent: a failure is reported, never thrown. */
export type Attempt = <Answer>(work: () => Answer) => Answer | undefined
