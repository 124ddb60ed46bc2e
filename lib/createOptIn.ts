import type { AnyOptIn, CategoryMap, Connector, Disconnect, NoCategories, OptIn, OptInConfig, Report } from './types.js'
import { jar } from './cookies/jar.js'
import { openTabs } from './cookies/otherTabs.js'
import type { PermissionStorage, Stored } from './cookies/permissionStorage.js'
import { cookieStorage } from './cookies/permissionStorage.js'
import { siteStorage, whenAnswered } from './cookies/siteStorage.js'
import { createCore } from './core/createCore.js'
import { invalidConfig } from './core/errors.js'
import { readConfig } from './core/readConfig.js'
import { resolveState } from './core/resolveState.js'

/** Reports to `onError`, or to the page's own error handling, never into the code that is running. */
const reporter =
  (onError?: unknown): Report =>
  (error) => {
    try {
      if (typeof onError === 'function') return onError(error)
    } catch (failure) {
      error = failure
    }
    if (typeof reportError === 'function') reportError(error)
    else
      setTimeout(() => {
        throw error
      })
  }

const warn = (message: string): void => console.warn(`[OptIn] ${message}`)

/** The hall: reads the settings and what was kept, builds the core, attaches connectors in their order. */
export const buildOptIn = (settings: unknown, iab?: () => Connector): AnyOptIn => {
  const report = reporter((settings as OptInConfig | undefined)?.onError)
  const config = readConfig(settings, warn, report)
  const { adapters, doesOptInApply, isOptInStorageEnabled } = config
  const speakers = [...adapters]
  if (config.isIabContext && !adapters.some((adapter) => 'iabPlugin' in adapter)) {
    if (!iab) throw invalidConfig('isIabContext', true, 'used with the adapter for the platform, `adapters: [tcf()]`')
    if (doesOptInApply) speakers.push(iab())
  }

  const storage: PermissionStorage | undefined = config.storage
    ? siteStorage(config, config.storage, report)
    : isOptInStorageEnabled
      ? cookieStorage(config, jar, report)
      : undefined
  // An answer that is there already is part of the first state; a later one is taken when it comes.
  const kept = storage?.load()
  const early = kept instanceof Promise ? undefined : kept
  // A decision that storage never took is not undone by its absence there.
  let isKept = !!early
  // The newest question counts; an answer that was overtaken, by a decision or by the end, is let go.
  let asked = 0
  const take = (source: 'storage' | 'other-tab', question: number) => (decision: Stored) => {
    if (decision === null || question !== asked) return
    if (decision || isKept) core.adopt(decision, source)
    isKept = !!decision
  }
  const tabs = storage && config.otherTabs && typeof window === 'object' ? openTabs(() => whenAnswered(storage.load(), take('other-tab', ++asked))) : undefined
  const disconnects: (Disconnect | void)[] = [tabs?.close]

  const core = createCore(config, resolveState(config, early), {
    save: (decision) => {
      // A decision lies over the first answer when that comes late; a reset is not undone by it.
      if (asked || !decision) asked++
      whenAnswered(storage?.save(decision), (isDone) => {
        if (!isDone) return
        isKept = !!decision
        tabs?.tell()
      })
    },
    memoize: storage?.memoize,
    recall: storage?.recall,
    report,
    warn,
    disconnect: () => {
      asked++
      for (const end of disconnects.splice(0))
        try {
          if (typeof end === 'function') end()
        } catch (error) {
          report(error)
        }
    },
    afterTurn: (callback) => void setTimeout(callback),
  })

  if (kept instanceof Promise) void kept.then(take('storage', 0))

  // Listeners first, speakers last: what an adapter knows already is heard by all.
  for (const connect of [...config.listeners, ...speakers])
    try {
      disconnects.push(connect(core.optIn, report))
    } catch (error) {
      // A setting of the page's that shows its fault only now.
      if ((error as { code?: unknown } | undefined)?.code === 'invalid-config') {
        core.optIn.destroy()
        throw error
      }
      report(error)
    }
  return core.optIn
}

/**
 * Gives a new OptIn; nothing global is touched.
 *
 * Throws an `OptInError` (`invalid-config`) that names the option, what it got and what it accepts.
 *
 * @example
 * const optIn = createOptIn({ doesOptInApply: true, isOptInStorageEnabled: true })
 * optIn.approve('aa')
 */
export const createOptIn = <const More extends CategoryMap = NoCategories>(config?: OptInConfig<More>): OptIn<More> =>
  buildOptIn(config) as unknown as OptIn<More>
