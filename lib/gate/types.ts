import type { Store } from './readRules.js'

/** What the gate did with a write or a name. */
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
export type GateReport = Readonly<Record<GateAction, number>> & { readonly items: readonly GateItem[] }

/** Tells what the gate did to a name. */
export type Note = (action: GateAction, store: Store, name: string) => void

/** Does something that the visitor's browser, or the page, may prevent: a failure is reported, never thrown. */
export type Attempt = (work: () => void) => void
