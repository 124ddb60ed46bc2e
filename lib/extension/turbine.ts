/** Settings as the engine hands them over: data elements are replaced by their values, everything else is as it was saved. */
export type Settings = Readonly<Record<string, unknown>>

/** What the extension uses of the engine's `turbine`, which every library module of an extension is given. */
export interface Turbine {
  readonly logger: { error(message: string): void; warn(message: string): void }
  readonly propertySettings?: { readonly undefinedVarsReturnEmpty?: boolean }
  getExtensionSettings(): Settings
}

/** Starts a rule; what it is given is the `event` of the rule's conditions, actions and data elements. */
export type Trigger = (event: { readonly detail: object }) => void

declare global {
  const turbine: Turbine
}

/** Writes what went wrong, and what to do, to the engine's log, which is seen once debugging is on: `_satellite.setDebug(true)`. */
export const log = (problem: unknown, advice: string): void =>
  turbine.logger.error(`${(problem as Error | undefined)?.message ?? problem} ${advice}`)
