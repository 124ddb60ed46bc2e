import type { AnyOptIn, CategoryMap, DecideOptions, Permissions } from '../types.js'
import type { Call } from './createCall.js'
import { OptInError, show } from './errors.js'
import type { EventName, Events } from './events.js'
import type { Permitted } from './permissionCodec.js'
import { isFilled, toObject } from './permissionCodec.js'
import { createPlugins } from './plugins.js'
import { areApproved, readCategories, readDecision } from './questions.js'
import type { Config } from './readConfig.js'
import type { State } from './resolveState.js'
import { statusOf } from './resolveState.js'
import { whenApproved } from './whenApproved.js'

/** What the core is given: it has no storage, no console and no clock of its own. */
export interface CoreParts {
  /** Keeps a completed decision; nothing given forgets it. */
  readonly save: (decision: Permitted | undefined) => void
  readonly memoizeContent: (entries: readonly (readonly [key: string, value: unknown])[]) => void
  readonly getMemoizedContent: (key: string) => unknown
  readonly call: Call
  readonly warn: (message: string) => void
  /** Ends all that waits and is connected. */
  readonly ends: { readonly signal: AbortSignal; abort(reason: OptInError): void }
  /** Calls back when this turn of the event loop is over. */
  readonly afterTurn: (callback: () => void) => void
}

/** The one state, as the public members see it. */
export interface Core {
  readonly events: Events
  readonly current: () => State
  readonly settle: (decision: Permitted, options?: DecideOptions) => void
  /** Takes what storage tells, nothing forgets: at a late load what was decided since lies over it, from another tab it is the newest word. */
  readonly take: (stored: Permitted | undefined, source: 'storage' | 'other-tab' | 'reset') => void
}

const EVENTS: readonly unknown[] = ['change', 'complete']

const checkCallback = (callback: unknown): void => {
  if (typeof callback !== 'function')
    throw new OptInError('invalid-callback', `[ON] Callback should be a function. It got ${show(callback)}.`)
}

type Live = 'Categories' | 'doesOptInApply' | 'isIabContext' | 'status' | 'isPending' | 'isComplete' | 'permissions' | '__plugins'

/** The public members of an OptIn, own and bound, over the one state. */
export const createMembers = (config: Config, core: Core, parts: CoreParts): AnyOptIn => {
  const { index, doesOptInApply, preOptInApprovals, categories, isIabContext } = config
  const { events, current, settle } = core
  const plugins = createPlugins(parts.call)
  const all = Object.values(categories)

  const settleAll = (values: readonly string[], permission: boolean, wait: unknown): AnyOptIn => {
    settle(Object.fromEntries(values.map((value) => [value, permission])), { wait: !!wait })
    return optIn
  }

  const listenTo = (event: EventName, callback: never, context: unknown, isOnce: boolean): (() => void) => {
    checkCallback(callback)
    if (EVENTS.includes(event)) return events.on(event, callback, context, isOnce)
    parts.warn(`There is no event ${show(event)}; there are "change" and "complete".`)
    return () => {}
  }

  const optIn = {
    approve: (input, wait) => settleAll(readCategories(index, input), true, wait),
    deny: (input, wait) => settleAll(readCategories(index, input), false, wait),
    approveAll: (wait) => settleAll(all, true, wait),
    denyAll: (wait) => settleAll(all, false, wait),
    complete: () => {
      if (current().staged) settle({})
    },
    decide: (decision, options) => {
      settle(readDecision(index, decision), options ?? {})
      return optIn
    },
    reset: () => {
      core.take(undefined, 'reset')
      return optIn
    },
    isApproved: (input) => areApproved(current().permissions, index, input),
    isPreApproved: (input) => areApproved(preOptInApprovals, index, input),
    fetchPermissions: (callback, shouldAutoSubscribe) => {
      checkCallback(callback)
      // As recorded, what is returned ends a subscription, and not the wait for a first answer.
      const stop = shouldAutoSubscribe ? events.on('complete', callback) : () => {}
      // Real clients rely on an early answer when there are pre-opt-in approvals.
      if (!doesOptInApply || optIn.isComplete || isFilled(preOptInApprovals)) parts.call(callback, optIn.permissions)
      else if (!shouldAutoSubscribe) events.on('complete', callback, undefined, true, true)
      return stop
    },
    on: (event, callback, context) => listenTo(event, callback as never, context, false),
    once: (event, callback, context) => listenTo(event, callback as never, context, true),
    off: events.off,
    subscribe: (callback) => {
      checkCallback(callback)
      const stop = events.on('change', ({ permissions }: { permissions: Permissions<CategoryMap> }) => callback(permissions))
      parts.call(callback, optIn.permissions)
      return stop
    },
    whenApproved: (input, options) => whenApproved(core, index, input, [options?.signal, parts.ends.signal]),
    registerPlugin: (plugin) => plugins.register(plugin, optIn),
    execute: plugins.execute,
    memoizeContent: (content) => {
      const entries = Object.entries(toObject(content) ?? {}).filter(([key]) => !index(key))
      if (entries.length) parts.memoizeContent(entries)
    },
    getMemoizedContent: parts.getMemoizedContent,
    destroy: () => {
      parts.ends.abort(new OptInError('destroyed', '[OptIn] This OptIn was destroyed: create another one.'))
      events.clear()
    },
  } satisfies Omit<AnyOptIn, Live> as Partial<AnyOptIn> as AnyOptIn

  const status = () => statusOf(current())
  const live: Record<Live, () => unknown> = {
    Categories: () => categories,
    doesOptInApply: () => doesOptInApply,
    isIabContext: () => isIabContext,
    status,
    isPending: () => status() === 'pending',
    isComplete: () => status() === 'complete',
    permissions: () => current().permissions,
    __plugins: plugins.names,
  }
  // Getters in the literal would make engines keep the whole object as a table, which is many times slower to read.
  for (const [name, get] of Object.entries(live)) Object.defineProperty(optIn, name, { get, enumerable: true, configurable: true })
  return optIn
}
