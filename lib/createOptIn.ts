import type { AnyOptIn, CategoryMap, Connector, Disconnect, NoCategories, OptIn, OptInConfig, Report } from './types.js'
import { jar } from './cookies/jar.js'
import { openTabs } from './cookies/otherTabs.js'
import { cookieStorage, noStorage } from './cookies/permissionStorage.js'
import { isLater, siteStorage } from './cookies/siteStorage.js'
import { createCore } from './core/createCore.js'
import { invalidConfig, OptInError } from './core/errors.js'
import type { Stored } from './core/permissionCodec.js'
import type { Config } from './core/readConfig.js'
import { readConfig } from './core/readConfig.js'
import { resolveState } from './core/resolveState.js'

const warn = (message: string): void => console.warn(`[OptIn] ${message}`)

/** Reports to the page's own error handling, never into the code that is running. */
const reportLater: Report = (error) => {
  if (typeof reportError === 'function') reportError(error)
  else if (typeof document === 'undefined') console.error(error)
  else
    setTimeout(() => {
      throw error
    })
}

const reporter =
  (onError: unknown): Report =>
  (error) => {
    if (typeof onError !== 'function') return reportLater(error)
    try {
      onError(error)
    } catch (failure) {
      reportLater(failure)
    }
  }

const adaptersOf = ({ adapters, isIabContext, doesOptInApply }: Config, iab?: () => Connector): readonly Connector[] => {
  if (!isIabContext || adapters.some((adapter) => 'iabPlugin' in adapter)) return adapters
  if (!iab) throw invalidConfig('isIabContext', true, 'used together with the adapter that talks to the platform: `adapters: [tcf()]`')
  return doesOptInApply ? [...adapters, iab()] : adapters
}

/** The hall: reads the settings and what was kept, builds the core, attaches connectors in their order. */
export const buildOptIn = (settings: unknown, iab?: () => Connector): AnyOptIn => {
  const report = reporter((settings as OptInConfig | undefined)?.onError)
  const config = readConfig(settings, { warn, report })
  const adapters = adaptersOf(config, iab)
  const { storage: own, isStorageOn } = config
  const storage = !isStorageOn ? noStorage : own ? siteStorage(config, own, report) : cookieStorage(config, jar, report)

  // A decision that storage never took is not undone by its absence there.
  let isKnown = false
  const take = (source: 'storage' | 'other-tab') => (stored: Stored | undefined) => {
    if (stored || isKnown) adopt(stored, source)
    isKnown = !!stored
  }
  const hear = () => {
    const told = storage.load()
    if (isLater(told)) void told.then(take('other-tab'))
    else take('other-tab')(told)
  }
  const tabs = isStorageOn && config.otherTabs ? openTabs(hear) : undefined
  const tell = (isKept: boolean) => {
    isKnown ||= isKept
    if (isKept) tabs?.tell()
  }
  const save = (stored: Stored | undefined) => {
    const kept = storage.save(stored)
    if (isLater(kept)) void kept.then(tell)
    else tell(kept)
  }

  const disconnects: Disconnect[] = tabs ? [tabs.close] : []
  const disconnect = () => {
    for (const end of disconnects.splice(0))
      try {
        end()
      } catch (error) {
        report(error)
      }
  }

  const kept = storage.load()
  const { optIn, adopt } = createCore(config, resolveState(config, isLater(kept) ? undefined : kept), {
    ...storage,
    save,
    report,
    warn,
    disconnect,
    afterTurn: (callback) => void setTimeout(callback),
  })
  if (isLater(kept)) void kept.then(take('storage'))
  else isKnown = !!kept

  // Listeners first, speakers last: what an adapter knows already is heard by all.
  for (const connect of [...config.listeners, ...adapters])
    try {
      const end = connect(optIn, report)
      if (typeof end === 'function') disconnects.push(end)
    } catch (error) {
      if (!(error instanceof Error && (error as Partial<OptInError>).code === 'invalid-config')) report(error)
      else {
        optIn.destroy()
        throw error
      }
    }
  return optIn
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
