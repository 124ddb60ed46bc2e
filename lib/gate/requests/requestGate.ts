import type { AnyOptIn, Connector } from '../../types.js'
import { createGate } from '../createGate.js'
import { adobeHosts } from './adobeHosts.js'
import { openRequestGate } from './openRequestGate.js'
import { writePolicy } from './policy.js'
import { readHostRules } from './readHostRules.js'
import type { RequestGateOptions, RequestItem, RequestReport } from './readRequestOptions.js'
import { readRequestOptions } from './readRequestOptions.js'
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
  const rules = readHostRules(options.rules ?? {}, options.adobeRules === false ? {} : adobeHosts)
  let page: AnyOptIn | undefined
  const gate = createGate<RequestItem>('request', 'platform-failed', options, (_, judge, signal, note, attempt) => {
    const traffic = createTraffic(rules, options, judge, signal, note, attempt)
    return [openRequestGate(traffic, signal), traffic.settle]
  })
  const connect: Connector = (optIn, report) => {
    page = optIn
    return gate(optIn, report)
  }
  return Object.assign(connect, {
    inspect: gate.inspect,
    policy: (permissions: Readonly<Record<string, boolean>> = page?.permissions ?? {}) => {
      const decided = new Map(Object.entries(permissions))
      return writePolicy(rules, (category) => !!decided.get(category))
    },
  })
}
