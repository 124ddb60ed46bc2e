/** How a library is driven in a page; each does whole decisions in its own way. */
export interface Drive {
  /** Makes it ready for the visitor's first decision. */
  install(): unknown
  /** Approves or denies everything it knows, and stores that where it stores decisions. */
  decide(approved: boolean): unknown
  /** Asks so many times whether one category is approved, and counts the yes. */
  ask(times: number): number
  /** Calls back at each decision. */
  listen(callback: () => void): void
}

/** One library in the comparison, or a floor. */
export interface Contender {
  /** What a page loads: a file as it is shipped, or a module to bundle under a global name; a floor has none. */
  readonly script?: { readonly file: string } | { readonly module: string; readonly global: string }
  readonly isStoring: boolean
  /** Runs in a page that has evaluated the script, or will: it is sent there as text, with these details, and knows nothing else. */
  readonly drive: (details: never) => Drive
  readonly details?: unknown
  /** Nobody can subscribe to it. */
  readonly isDeaf?: boolean
  /** Its questions take long, so fewer are asked. */
  readonly isSlowToAsk?: boolean
}
