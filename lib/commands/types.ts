import type { AnyOptIn, CategoryInput, CategoryMap, Decision, NoCategories } from '../types.js'

/** How one call differs from others: its `signal` aborts it while it waits. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined
}

/** Where commands go that are not one's own, for example the real `alloy`. */
export type Sdk = { call(command: string, options: unknown): unknown }['call']

/** A command of one's own, or, without `run`, one of the SDK with needs of its own. */
export interface Command<More extends CategoryMap = NoCategories> {
  /** The categories that must all be approved; without it every category must be. */
  readonly needs?: CategoryInput<More> | undefined
  /** Does the work; what it returns settles the promise of the call. */
  run?(options: unknown): unknown
}

/** Commands of one's own, by name. */
export type CommandMap<More extends CategoryMap = NoCategories> = Readonly<Record<string, Command<More>>>

/** Old names, each with the name that today's SDK knows; `false` translates nothing. */
export type Renames = false | Readonly<Record<string, string>>

/** The settings of `createCommands`. */
export interface CommandsConfig<
  More extends CategoryMap = NoCategories,
  Own extends CommandMap<More> = CommandMap<More>,
  Front extends Sdk | undefined = Sdk | undefined,
> {
  /** Puts the function on `window` under this name, and takes over the calls that a pasted snippet of this name queued. */
  readonly name?: string | undefined
  /** Where other commands go. */
  readonly sdk?: Front
  /** Commands of one's own; `configure` and `optIn` are taken. */
  readonly commands?: Own | undefined
  /** Further commands that never wait. */
  readonly ungated?: readonly string[] | undefined
  /** How many calls may wait at one time; beyond it a call rejects with `queue-full`. Default 100 000. */
  readonly limit?: number | undefined
  /** Added to the historic names (`configId`, `imsOrgId`, `event`) that are translated for the SDK; `false` turns that off. */
  readonly rename?: Renames | undefined
}

/** What this library uses of an OptIn: Adobe's own object has it too. */
export interface OptInLike {
  readonly doesOptInApply: boolean
  readonly isComplete: boolean
  readonly isPending: boolean
  readonly permissions: Readonly<Record<string, boolean>>
  isApproved(categories: never): boolean
  approve(categories: never, shouldWaitForComplete?: boolean): unknown
  deny(categories: never, shouldWaitForComplete?: boolean): unknown
  complete(): unknown
  on(event: never, callback: (detail: never) => void): unknown
  off(event: never, callback: (detail: never) => void): unknown
}

/** The options of `configure`; those that are not named here go to the SDK's own `configure`. */
export interface ConfigureOptions {
  /** Whether commands wait for the visitor's choice. Default `false`. */
  readonly optInEnabled?: boolean | undefined
  /** The OptIn to ask. Default: `window.adobe.optIn`, else one of its own with storage on. */
  readonly optIn?: OptInLike | undefined
  /** `false` turns rejections into a warning and a promise of `undefined`. Default `true`. */
  readonly errorsEnabled?: boolean | undefined
  /** As in `createCommands`, which it replaces. */
  readonly rename?: Renames | undefined
  readonly [sdkOption: string]: unknown
}

/** What the visitor allows: everything, nothing, or category by category. */
export type Purposes<More extends CategoryMap = NoCategories> = 'all' | 'none' | 'ALL' | 'NONE' | 'All' | 'None' | Decision<More>

type OptionsOf<One> = One extends { run: (options: infer Options) => unknown } ? Options : unknown
type ResultOf<One> = One extends { run: (...options: never[]) => infer Result } ? Awaited<Result> : unknown
type Arguments<Options> = undefined extends Options ? [options?: Options, call?: CallOptions] : [options: Options, call?: CallOptions]
// The commands of this library have types of their own, whatever else may be called.
type Other<Name> = Name extends 'configure' | 'optIn' ? never : Name
type Elsewhere<Name, Own> = Name extends keyof Own ? never : Other<Name>

/** The command function. */
export type Commands<
  More extends CategoryMap = NoCategories,
  Own extends CommandMap<More> = CommandMap<More>,
  Front extends Sdk | undefined = Sdk | undefined,
> = {
  /** Sets up, once. Resolves when the options are valid. */
  (command: 'configure', options?: ConfigureOptions, call?: CallOptions): Promise<void>
  /** Tells what the visitor chose: the same as `approveAll`, `denyAll` or `decide` of the OptIn. */
  (command: 'optIn', options: { readonly purposes: Purposes<More> }, call?: CallOptions): Promise<void>
  /** Runs a command of one's own as soon as all it needs are approved; rejects with `declined` when one is denied. */
  <Name extends keyof Own & string>(command: Other<Name>, ...rest: Arguments<OptionsOf<Own[Name]>>): Promise<ResultOf<Own[Name]>>
  /** Rejects what waits with `destroyed`, and every later call. */
  destroy(): void
} & (Front extends Sdk
  ? {
      /** Runs a command of the SDK, likewise. */
      <Name extends string>(command: Elsewhere<Name, Own>, options?: unknown, call?: CallOptions): Promise<unknown>
    }
  : unknown)

/** Makes a command function from its settings. Two forms: a default for the type of `sdk` would leave its parameters without types. */
export interface CreateCommands {
  <More extends CategoryMap = NoCategories, const Own extends CommandMap<More> = CommandMap<More>>(
    config: CommandsConfig<More, Own, Sdk> & { readonly sdk: Sdk },
  ): Commands<More, Own, Sdk>
  <More extends CategoryMap = NoCategories, const Own extends CommandMap<More> = CommandMap<More>>(
    config?: CommandsConfig<More, Own>,
  ): Commands<More, Own, undefined>
}

/** Any command function. */
export type AnyCall = (...call: unknown[]) => Promise<unknown>

/** An OptIn of ours, or Adobe's own, which has less. */
export type AskedOptIn = Omit<AnyOptIn, 'decide' | 'subscribe'> & Partial<Pick<AnyOptIn, 'decide' | 'subscribe'>>

/** What is touched of the page. */
export interface Page {
  [name: string]: unknown
  readonly adobe?: { readonly optIn?: unknown }
  addEventListener?(type: 'click', clicked: (event: { s_fe?: unknown }) => void, isCapture: true): void
  removeEventListener?(type: 'click', clicked: (event: { s_fe?: unknown }) => void, isCapture: true): void
}
