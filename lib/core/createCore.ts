import type { AnyOptIn, CategoryInput, CategoryMap, DecideOptions, Permissions, Report, Source } from '../types.js'
import { OptInError, show } from './errors.js'
import type { EventName } from './events.js'
import { createEvents } from './events.js'
import type { CookieContent, Permitted, Stored } from './permissionCodec.js'
import { toObject } from './permissionCodec.js'
import { createPlugins } from './plugins.js'
import { areApproved, readCategories, readDecision } from './questions.js'
import type { Config } from './readConfig.js'
import type { State } from './resolveState.js'
import { resolveState, statusOf } from './resolveState.js'
import { adopt, changesBetween, decide, endTurn } from './transitions.js'
import { whenApproved } from './whenApproved.js'

type All = Permissions<CategoryMap>
type Input = CategoryInput<CategoryMap> | null | undefined

/** What the core is given: it has no storage, no console and no clock of its own. */
export interface CoreParts {
  readonly save: (stored: Stored | undefined) => void
  readonly memoize: (content: CookieContent) => void
  readonly recall: (key: string) => unknown
  readonly report: Report
  readonly warn: (message: string) => void
  /** Ends what the hall connected. */
  readonly disconnect: () => void
  /** Calls back when this turn of the event loop is over. */
  readonly afterTurn: (callback: () => void) => void
}

const EVENTS: readonly unknown[] = ['change', 'complete']

const checkCallback = (callback: unknown): void => {
  if (typeof callback !== 'function')
    throw new OptInError('invalid-callback', `[ON] Callback should be a function. It got ${show(callback)}.`)
}

/** Holds the one state, and announces each settled decision once, in order. */
export const createCore = (config: Config, initial: State, parts: CoreParts) => {
  const { index, doesOptInApply, preOptInApprovals } = config
  const { report } = parts
  const events = createEvents(report)
  const plugins = createPlugins(report)
  const all = Object.values(config.categories)
  const whenDestroyed = new Set<() => void>()
  let state = initial
  let isTurnOpen = false
  let isDestroyed = false

  const endTurnLater = (): void => {
    if (isTurnOpen) return
    isTurnOpen = true
    parts.afterTurn(() => {
      isTurnOpen = false
      state = endTurn(state)
    })
  }

  const commit = (next: State, source: Source, isCompletion: boolean): void => {
    const { permissions: previous } = state
    const changed = changesBetween(state, next)
    state = next
    if (next.turn.size) endTurnLater()
    const { permissions, overruled } = next
    if (isCompletion && source !== 'other-tab') parts.save({ permissions, overruled, policyVersion: config.policyVersion })
    const change = changed && { change: Object.freeze({ permissions, previous, changed, status: statusOf(next), source }) }
    events.announce({ ...change, ...(isCompletion && { complete: permissions }) })
  }

  const settle = (decision: Permitted, options: DecideOptions = {}): AnyOptIn => {
    const next = decide(state, decision, options)
    if (options.wait) state = next
    else commit(next, options.source ?? 'page', next.isDecided)
    return optIn
  }
  const settleAll = (categories: readonly string[], permission: boolean, wait: unknown) =>
    settle(Object.fromEntries(categories.map((category) => [category, permission])), { wait: !!wait })

  const forget = (source: Source): void => {
    const fresh = resolveState({ ...config, previousPermissions: {} })
    commit({ ...adopt(state, fresh, {}), staged: undefined }, source, false)
  }

  const fetchPermissions: AnyOptIn['fetchPermissions'] = (callback, shouldAutoSubscribe) => {
    checkCallback(callback)
    const stop = shouldAutoSubscribe ? events.listen('complete', callback) : () => {}
    if (!doesOptInApply || optIn.isComplete || Object.keys(preOptInApprovals).length) events.call(callback, state.permissions)
    else if (!shouldAutoSubscribe) events.waitOnce(callback)
    return stop
  }

  const listenTo = (event: EventName, callback: never, context: unknown, isOnce: boolean): (() => void) => {
    checkCallback(callback)
    if (EVENTS.includes(event)) return events.listen(event, callback, context, isOnce)
    parts.warn(`There is no event ${show(event)}: subscribe to "change" or "complete".`)
    return () => {}
  }

  const optIn: AnyOptIn = {
    get Categories() {
      return config.categories as AnyOptIn['Categories']
    },
    get doesOptInApply() {
      return doesOptInApply
    },
    get isIabContext() {
      return config.isIabContext
    },
    get status() {
      return statusOf(state)
    },
    get isPending() {
      return optIn.status === 'pending'
    },
    get isComplete() {
      return optIn.status === 'complete'
    },
    get permissions() {
      return state.permissions
    },
    get __plugins() {
      return plugins.names()
    },
    approve: (categories, wait) => settleAll(readCategories(index, categories), true, wait),
    deny: (categories, wait) => settleAll(readCategories(index, categories), false, wait),
    approveAll: (wait) => settleAll(all, true, wait),
    denyAll: (wait) => settleAll(all, false, wait),
    complete: () => {
      if (state.staged) settle({})
    },
    decide: (decision, options) => settle(readDecision(index, decision), options),
    reset: () => {
      parts.save(undefined)
      forget('reset')
      return optIn
    },
    isApproved: (categories: Input) => areApproved(state.permissions, index, categories),
    isPreApproved: (categories: Input) => areApproved(preOptInApprovals, index, categories),
    fetchPermissions,
    on: (event, callback, context) => listenTo(event, callback as never, context, false),
    once: (event, callback, context) => listenTo(event, callback as never, context, true),
    off: (event, callback) => {
      if (EVENTS.includes(event) && typeof callback === 'function') events.off(event, callback)
    },
    subscribe: (callback) => {
      checkCallback(callback)
      const stop = events.listen('change', (change: { permissions: All }) => callback(change.permissions))
      events.call(callback, state.permissions)
      return stop
    },
    whenApproved: (categories, options) =>
      whenApproved({ index, all, events, whenDestroyed, isDestroyed: () => isDestroyed, current: () => state }, categories, options),
    registerPlugin: (plugin) => plugins.register(plugin, optIn),
    execute: (command) => plugins.execute(command),
    memoizeContent: (content) => {
      const entries = Object.entries(toObject(content) ?? {}).filter(([key]) => !index.has(key))
      if (entries.length) parts.memoize(Object.fromEntries(entries))
    },
    getMemoizedContent: (key) => (index.has(key) ? undefined : parts.recall(key)),
    destroy: () => {
      isDestroyed = true
      parts.disconnect()
      for (const end of whenDestroyed) end()
      events.clear()
    },
  }

  return {
    optIn,
    /** Takes what storage tells: at a late load what was decided since lies over it, from another tab it is the newest word. */
    adopt: (stored: Stored | undefined, source: 'storage' | 'other-tab'): void => {
      const isLate = source === 'storage'
      if (!stored) return isLate ? undefined : state.isDecided ? forget(source) : undefined
      const next = adopt(state, resolveState(config, stored), isLate ? state.since : {})
      if (changesBetween(state, next)) commit(next, source, true)
    },
  }
}
