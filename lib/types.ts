/** The categories of Adobe's Experience Cloud, by the names ECID gives them. */
export type AdobeCategories = {
  readonly AAM: 'aam'
  readonly ADCLOUD: 'adcloud'
  readonly ANALYTICS: 'aa'
  readonly CAMPAIGN: 'campaign'
  readonly ECID: 'ecid'
  readonly LIVEFYRE: 'livefyre'
  readonly TARGET: 'target'
  readonly MEDIA_ANALYTICS: 'mediaaa'
}

/** Categories of one's own, `{ NAME: 'value' }`. */
export type CategoryMap = Readonly<Record<string, string>>

/** No categories beside Adobe's. */
export type NoCategories = Readonly<Record<never, never>>

/** A category's value, such as `'aa'`. */
export type Category<More extends CategoryMap = NoCategories> = AdobeCategories[keyof AdobeCategories] | More[keyof More]

/** A category's name, such as `'ANALYTICS'`. */
export type CategoryName<More extends CategoryMap = NoCategories> = keyof AdobeCategories | Extract<keyof More, string>

/** One category, by value or by name. */
export type AnyCategory<More extends CategoryMap = NoCategories> = Category<More> | CategoryName<More>

/** One category or a list of them. */
export type CategoryInput<More extends CategoryMap = NoCategories> = AnyCategory<More> | readonly AnyCategory<More>[]

/** Every category with its permission. */
export type Permissions<More extends CategoryMap = NoCategories> = { readonly [C in Category<More>]: boolean }

/** Some categories with their permission. */
export type Decision<More extends CategoryMap = NoCategories> = { readonly [C in AnyCategory<More>]?: boolean }

/**
 * Where the visitor's decision stands: `pending` before the first completion, `changed` while a staged round is open,
 * `complete` after a completion. Recorded behaviour of ECID's Opt-in object.
 */
export type Status = 'pending' | 'changed' | 'complete'

/** Who decided: `page`, `storage`, `other-tab`, `reset` or the name of an adapter. */
export type Source = 'page' | 'storage' | 'other-tab' | 'reset' | (string & NonNullable<unknown>)

/** What changed, told to subscribers of `change`. */
export interface Change<More extends CategoryMap = NoCategories> {
  /** All permissions after the change. */
  readonly permissions: Permissions<More>
  /** All permissions before it. */
  readonly previous: Permissions<More>
  /** The values of the categories whose permission changed; empty when only the decision became complete or pending. */
  readonly changed: readonly Category<More>[]
  readonly status: Status
  readonly source: Source
}

/** The events of an OptIn and what their callbacks receive. */
export interface OptInEvents<More extends CategoryMap = NoCategories> {
  /** Every completed decision, also one that changed nothing. */
  readonly complete: Permissions<More>
  /** A permission changed, or whether the decision is complete. */
  readonly change: Change<More>
}

/** What a storage of one's own keeps. */
export interface StoredDecision {
  readonly permissions: Readonly<Record<string, boolean>>
  readonly policyVersion?: string | undefined
}

/** A place of one's own to keep the decision: a consent platform, a server. */
export interface OptInStorage {
  /** Answers the kept decision, or `undefined` for none. A promise leaves the opt-in pending until it answers. */
  load(): StoredDecision | undefined | Promise<StoredDecision | undefined>
  /** Keeps the decision; `undefined` forgets it. */
  save(decision: StoredDecision | undefined): void | Promise<void>
}

/** Takes an error that is not the caller's. */
export type Report = (error: unknown) => void

/** Undoes a connection; calling it twice does no harm. */
export type Disconnect = () => void

/**
 * The one shape of everything that attaches to an OptIn: adapters, bridges, the gate, or a function of your own.
 *
 * `report(error)` reaches `onError`.
 */
export type Connector = (optIn: AnyOptIn, report: Report) => Disconnect | void

/** ECID's contract for plugins: `registerPlugin` calls `onRegister`; `execute` calls the methods. */
export interface Plugin {
  readonly name: string
  onRegister(optIn: AnyOptIn): void
  readonly [method: string]: unknown
}

/** A command for a plugin, `name.method`. */
export interface PluginCommand {
  readonly command: string
  readonly params?: Readonly<Record<string, unknown>> | undefined
  readonly callback?: ((error: unknown, ...result: never[]) => void) | undefined
}

/** How a decision is made. */
export interface DecideOptions {
  /** Collects the decision, invisible, until `complete()`. */
  readonly wait?: boolean | undefined
  /** Who decides; `page` when left out. */
  readonly source?: Source | undefined
  /**
   * Makes the denials of this decision stand: the status stays as it was, and approvals by anybody but the page
   * are held back for these categories until the page itself approves. For signals such as Global Privacy Control.
   */
  readonly standing?: boolean | undefined
}

/** The object that holds the permissions. Its members are bound: `const { isApproved } = optIn` works. */
export interface OptIn<More extends CategoryMap = NoCategories> {
  /** All categories, `{ NAME: 'value' }`. */
  readonly Categories: Readonly<AdobeCategories & More>
  /** Whether the visitor has to be asked at all. */
  readonly doesOptInApply: boolean
  /** Whether an IAB TCF platform decides on `aam` and `ecid`; `undefined` when not configured, as in ECID. */
  readonly isIabContext: boolean | undefined
  readonly status: Status
  readonly isPending: boolean
  readonly isComplete: boolean
  /** A frozen snapshot: a new object after each change, the same object in between. */
  readonly permissions: Permissions<More>
  /** The names of the registered plugins. */
  readonly __plugins: readonly string[]

  /**
   * Approves one category or several.
   *
   * With `shouldWaitForComplete` the approval stays invisible until `complete()`.
   * Throws an `OptInError` (`invalid-category`) before anything changes when a category is unknown.
   */
  approve(categories: CategoryInput<More>, shouldWaitForComplete?: boolean): OptIn<More>
  /** Denies one category or several; otherwise as `approve`. */
  deny(categories: CategoryInput<More>, shouldWaitForComplete?: boolean): OptIn<More>
  /** Approves every category. */
  approveAll(shouldWaitForComplete?: boolean): OptIn<More>
  /** Denies every category. */
  denyAll(shouldWaitForComplete?: boolean): OptIn<More>
  /** Ends a staged round: what was collected takes effect. Does nothing when nothing was collected. */
  complete(): void
  /**
   * Decides on several categories with one announcement: `decide({ aa: true, target: false })`.
   *
   * Throws an `OptInError` (`invalid-category`, `invalid-permission`) before anything changes.
   */
  decide(decision: Decision<More>, options?: DecideOptions): OptIn<More>
  /** Forgets the visitor's decision, here, in storage and in the other tabs; back to `pending`. */
  reset(): OptIn<More>

  /** Whether all of these categories are approved; with none given, whether all there are. A property read, safe to poll. */
  isApproved(categories?: CategoryInput<More> | null): boolean
  /** The same over `preOptInApprovals`. */
  isPreApproved(categories?: CategoryInput<More> | null): boolean

  /**
   * Calls back with the permissions: at once when opt-in does not apply, the decision is complete or there are
   * `preOptInApprovals`; else at the next completion.
   *
   * With `shouldAutoSubscribe` also at every completion, exactly as `on('complete', callback)`. Returns the function that ends it.
   */
  fetchPermissions(callback: (permissions: Permissions<More>) => void, shouldAutoSubscribe?: boolean): () => void
  /** Subscribes to an event; returns the function that ends this subscription. */
  on<E extends keyof OptInEvents>(event: E, callback: (detail: OptInEvents<More>[E]) => void, context?: unknown): () => void
  /** Subscribes to the next event of a kind. */
  once<E extends keyof OptInEvents>(event: E, callback: (detail: OptInEvents<More>[E]) => void, context?: unknown): () => void
  /** Ends every subscription of this callback to an event. */
  off<E extends keyof OptInEvents>(event: E, callback: (detail: OptInEvents<More>[E]) => void): void
  /** Calls back with the permissions now and after each change: the store contract of Svelte. Returns the function that ends it. */
  subscribe(callback: (permissions: Permissions<More>) => void): () => void
  /**
   * Resolves once all of these categories are approved, and stays open until then.
   *
   * Rejects with `declined` when the visitor's completed decision denies one, with the signal's reason when aborted,
   * with `destroyed` after `destroy()`.
   */
  whenApproved(categories?: CategoryInput<More> | null, options?: { readonly signal?: AbortSignal | undefined }): Promise<void>

  /** Registers a plugin and calls its `onRegister`; a second one of the same name is ignored. */
  registerPlugin(plugin: Plugin): void
  /** Calls `name.method` of a plugin with the parameters and the callback. */
  execute(command: PluginCommand): void
  /** Keeps plugin data in the opt-in cookie, where storage is on; never a category. */
  memoizeContent(content: Readonly<Record<string, unknown>>): void
  /** Answers plugin data kept by `memoizeContent`. */
  getMemoizedContent(key: string): unknown

  /** Disconnects every connector, removes every listener, and puts native browser functions back. */
  destroy(): void
}

/** An OptIn of any categories, as connectors see it. */
export type AnyOptIn = OptIn<CategoryMap>

/** `SESSION` keeps the decision until the browser closes, `NONE` keeps nothing. */
export type StorageExpiry = number | 'SESSION' | 'NONE'

/** The settings of an OptIn. Names are ECID's. */
export interface OptInConfig<More extends CategoryMap = NoCategories> {
  /** Whether the visitor has to be asked; a function is called once. Default `false`. */
  readonly doesOptInApply?: boolean | (() => boolean) | undefined
  /** What holds before the visitor decides. */
  readonly preOptInApprovals?: Decision<More> | undefined
  /** What the visitor decided earlier. */
  readonly previousPermissions?: Decision<More> | (() => Decision<More> | undefined) | undefined
  /** Keeps decisions in the cookie `adobeujs-optin`. Default `false`. */
  readonly isOptInStorageEnabled?: boolean | undefined
  /** The domain of that cookie. Default: the widest the page may set. */
  readonly optInCookieDomain?: string | undefined
  /** The same, as Adobe's documents spell it. */
  readonly optInCookiesDomain?: string | undefined
  /** The same, ECID's general setting. */
  readonly cookieDomain?: string | undefined
  /** Lifetime of that cookie in seconds; `0` means the default of 34190000. */
  readonly optInStorageExpiry?: StorageExpiry | undefined
  /** Sets the attribute `Secure`. */
  readonly secureCookie?: boolean | undefined
  /** Sets the attribute `SameSite`. */
  readonly sameSiteCookie?: 'Strict' | 'Lax' | 'None' | undefined
  /** Takes `aam` and `ecid` from the page's IAB TCF platform. Default `false`. */
  readonly isIabContext?: boolean | undefined
  /** More categories, `{ NAME: 'value' }`. */
  readonly categories?: More | undefined
  /** A stored decision made under another version, or none, counts as not made. */
  readonly policyVersion?: string | undefined
  /** Keeps decisions here instead of in the cookie; giving one turns storage on. */
  readonly storage?: OptInStorage | undefined
  /** A decision reaches the other open tabs without a reload. Default `true`, with storage on. */
  readonly otherTabs?: boolean | undefined
  /** What makes the permissions hold: `cookieGate()`, `requestGate()`. */
  readonly gate?: Connector | readonly Connector[] | undefined
  /** What decides: consent platforms and signals. */
  readonly adapters?: Connector | readonly Connector[] | undefined
  /** Who is told: SDKs and data layers. */
  readonly bridges?: Connector | readonly Connector[] | undefined
  /** Receives every error that is not the caller's. Default: reported to the page as an uncaught error. */
  readonly onError?: Report | undefined
}

/** The settings as a tag manager delivers them: every value may also be text. */
export type TextConfig<More extends CategoryMap = NoCategories> = {
  readonly [Option in keyof OptInConfig<More>]: OptInConfig<More>[Option] | string
}
