import { OptInError } from '../../core/errors.js'
import type { Connector, Report } from '../../types.js'
import { adobeHosts } from './adobeHosts.js'
import { openRequestGate } from './openRequestGate.js'
import { writePolicy } from './policy.js'
import { readHostRules } from './readHostRules.js'
import type { RequestGateOptions, RequestItem, RequestReport } from './readRequestOptions.js'
import { readRequestOptions } from './readRequestOptions.js'
import { oneOf } from '../oneOf.js'
import { takeTurn } from '../takeTurn.js'
import { createTraffic } from './traffic.js'

/** A connector that makes the permissions hold for what a page sends. */
export interface RequestGate extends Connector {
  /** Tells what the gate did: counts since the start and the last 200 items. Addresses without their queries. */
  inspect(): RequestReport
  /**
   * Writes a Content-Security-Policy that lets through the page's own origin and the approved hosts alone;
   * with no permissions given, those of the OptIn at this moment.
   */
  policy(permissions?: Readonly<Record<string, boolean>>): string
}

/**
 * Makes the permissions hold for code that does not ask: a denied category sends nothing.
 *
 * Throws an `OptInError` (`invalid-config`) that names the option; of a category nobody knows, when it is connected.
 *
 * @example
 * const optIn = createOptIn({ doesOptInApply: true, gate: requestGate({ rules: { aa: ['metrics.example.com'] } }) })
 */
export const requestGate = (options: RequestGateOptions = {}): RequestGate => {
  readRequestOptions(options)
  const counts = { held: 0, replayed: 0, refused: 0, removed: 0 }
  let items: readonly RequestItem[] = []
  const rules = readHostRules(options.rules ?? {}, options.adobeRules === false ? {} : adobeHosts)
  let isApproved = (_category: string): boolean => false

  const connect: Connector = (optIn, tell) => {
    for (const category of Object.keys(options.rules ?? {})) oneOf('rules', category, ...Object.values<string>(optIn.Categories))
    isApproved = (category) => optIn.isApproved(category)
    if (!globalThis.document) return
    const told = new Set<string>()
    const report: Report = (error) => {
      // Each trouble once.
      if (told.size < told.add(`${error as string}`).size) tell(error)
    }
    const note = (item: RequestItem): void => {
      counts[item.action]++
      items = [...items.slice(-199), item]
      try {
        options.onAction?.(item)
      } catch (error) {
        report(error)
      }
    }
    return takeTurn(
      () => {
        const traffic = createTraffic(optIn, rules, options, note, report)
        const takeOut = openRequestGate(traffic, (what) => report(new OptInError('platform-failed', `[OptIn] \`${what}\` is frozen: it is not guarded.`)))
        return () => {
          traffic.close()
          takeOut()
        }
      },
      () => report(new OptInError('invalid-config', '[OptIn] There is a request gate already: this one waits for its end.')),
      'requests',
    )
  }

  return Object.assign(connect, {
    inspect: () => ({ ...counts, items }),
    policy: (permissions?: Readonly<Record<string, boolean>>) =>
      writePolicy(rules, permissions ? (category) => Object.hasOwn(permissions, category) && permissions[category]! : isApproved),
  })
}
