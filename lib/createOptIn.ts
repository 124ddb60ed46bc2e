import type { AnyOptIn, CategoryMap, Connector, NoCategories, OptIn, OptInConfig, Report } from './types.js'
import { createAttempt } from './cookies/attempt.js'
import { jar } from './cookies/jar.js'
import { openTabs } from './cookies/otherTabs.js'
import { cookieStorage } from './cookies/permissionStorage.js'
import { createCall } from './core/createCall.js'
import { createCore } from './core/createCore.js'
import { invalidConfig } from './core/errors.js'
import { toStored } from './core/permissionCodec.js'
import { readConfig } from './core/readConfig.js'

/** Reports to the page's own error handling, never into the code that is running. */
const reportToPage: Report = (error) => {
  if (typeof reportError === 'function') reportError(error)
  else
    setTimeout(() => {
      throw error
    })
}

const warn = (message: string): void => console.warn(`[OptIn] ${message}`)

/** The hall: reads the settings and what was kept, builds the core, attaches connectors in their order. */
export const buildOptIn = (settings: unknown, iab?: () => Connector): AnyOptIn => {
  const onError = { ...(settings as OptInConfig) }.onError || reportToPage
  const report: Report = (error) => createCall(reportToPage)(onError, error)
  const call = createCall(report)
  const config = readConfig(settings, warn, call)
  const { doesOptInApply, policyVersion, connectors } = config
  if (config.isIabContext && !connectors.some((connector) => 'iabPlugin' in connector)) {
    if (!iab) throw invalidConfig('isIabContext', true, 'used with the adapter for the platform, `adapters: [tcf()]`')
    if (doesOptInApply) connectors.push(iab())
  }

  const cookies = !config.storage && config.isOptInStorageEnabled ? cookieStorage(config, jar) : undefined
  const storage = config.storage ?? cookies
  const attempt = createAttempt(
    cookies ? 'The opt-in cookie was refused: check `optInCookieDomain`, `secureCookie`, and whether cookies are blocked.' : "The site's own storage failed.",
    report,
  )
  const ends = new AbortController()
  const { signal } = ends
  // A decision that storage never took is not undone by its absence there.
  let isKept = false
  // The newest question counts; an answer that was overtaken, by a decision or by the end, is let go.
  let asked = 0
  const ask = (source: 'storage' | 'other-tab'): void => {
    const question = ++asked
    attempt(
      () => storage?.load(),
      (answer) => {
        if (question !== asked || signal.aborted) return
        const decision = toStored(answer, config)
        // Nor is one that was kept since the first question.
        if (decision || (asked > 1 && isKept)) {
          core.take(decision, source)
          isKept = !!decision
        }
      },
    )
  }

  const core = createCore(config, {
    save: (permissions) => {
      // A decision lies over the first answer when that comes late; a reset is not undone by it.
      if (asked > 1 || !permissions) asked++
      attempt(
        () => storage?.save(permissions && { permissions, ...(policyVersion && { policyVersion }) }),
        () => {
          isKept = !!permissions
          tell?.()
        },
      )
    },
    memoizeContent: (entries) => attempt(() => cookies?.save(cookies.load(), entries)),
    getMemoizedContent: (key) => attempt(() => cookies?.getMemoizedContent(key)),
    call,
    warn,
    ends,
    afterTurn: (callback) => void setTimeout(callback),
  })

  // An answer that is there already is part of the first state; a later one is taken when it comes.
  ask('storage')
  const tell = storage && config.otherTabs && typeof window === 'object' ? openTabs(() => ask('other-tab'), signal) : undefined

  const disconnects: (() => void)[] = []
  signal.addEventListener('abort', () => disconnects.map((disconnect) => call(disconnect)))
  for (const connect of connectors)
    try {
      // One of them may end the OptIn while it connects.
      if (signal.aborted) break
      const disconnect = connect(core.optIn, report)
      if (typeof disconnect !== 'function') continue
      if (signal.aborted) call(disconnect)
      // Backwards: two of them may have replaced the same function of the browser.
      disconnects.unshift(disconnect)
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
