import { hold, type Judge } from '../judge.js'
import type { Attempt } from '../types.js'
import type { Found, Held } from './holding.js'
import { createHolding } from './holding.js'
import { createHostMatcher } from './hosts.js'
import type { ReadRules } from './readHostRules.js'
import type { RequestGateOptions, RequestItem } from './readRequestOptions.js'

/**
 * Makes the traffic of a page: it decides on each request, keeps those that wait, and ends those that are denied.
 *
 * What was held leaves in portions, for a browser silently loses some of many: a few one after another, so that they
 * arrive in their order, of many a fixed number at a time.
 */
export const createTraffic = (
  rules: ReadRules,
  options: RequestGateOptions,
  [judge, denies]: Judge,
  signal: AbortSignal,
  note: (item: RequestItem) => void,
  attempt: Attempt,
) => {
  const { waiting, add, drop } = createHolding(options.limit, options.maxBytes)
  const match = createHostMatcher(rules, attempt)
  const underWay = new Map<() => void, Found>()
  const NativeURL = URL
  let busy = 0

  const isShut = (found: Found | undefined): found is Found => !!found && judge(found.category) >= hold
  const mayWait = ({ category }: Found): boolean => !signal.aborted && judge(category) <= hold

  const tell = ({ name, category }: Found, action: RequestItem['action'], then?: () => unknown): unknown => {
    note({ store: 'request', name, category, action })
    return then && attempt(then)
  }
  const leave = async (isLast?: unknown): Promise<void> => {
    busy++
    for (const item of waiting)
      if (!isShut(item.found) && drop(item)) {
        const sent = tell(item.found, 'replayed', item.replay)
        // A slow answer does not keep the others back; what is big gets more time.
        const enough = new Promise((done) => setTimeout(done, 1000 + item.bytes / 8))
        if (!isLast) await Promise.race([sent, enough]).catch(() => {})
      }
    busy--
  }
  const settle = (): void => {
    // Asked after each decision, the judge knows the last completed one.
    denies()
    for (const [end, found] of underWay) if (isShut(found) && underWay.delete(end)) tell(found, 'removed', end)
    for (const item of waiting) if (!mayWait(item.found) && drop(item)) tell(item.found, 'refused', item.refuse)
    for (let lanes = waiting.size > 64 ? 64 : 1; lanes > busy; lanes--) void leave()
  }
  // The page is going: all that is approved leaves at once.
  addEventListener('pagehide', leave, { capture: true, signal })
  // What is held in the end is refused.
  signal.addEventListener('abort', settle)

  return {
    /** Answers an address that the gate has a say in, `undefined` for all others. */
    judge: (address: string, base: string): Found | undefined => {
      try {
        const url = new NativeURL(address, base)
        const { protocol, host, pathname, href } = url
        // Other schemes send nothing.
        if (signal.aborted || !/^(http|ws)/.test(protocol)) return
        const category = match(url)
        if (category || (options.unknown === 'refuse' && host !== location.host)) return { category, name: `${protocol}//${host}${pathname}`, href }
      } catch {
        // The browser itself refuses what is no address.
      }
      return
    },
    /** Tells that a request must not leave now. */
    isShut,
    /** Refuses what cannot wait. */
    refuse: (found: Found): unknown => tell(found, 'refused'),
    /** Holds a request; refuses it at once when it may not wait or there is no room. The answer takes it back: `false` when it does not wait. */
    hold: (found: Found, replay: () => unknown, bytes = 0, refuse?: () => void): (() => boolean) => {
      const item: Held = { found, replay, refuse, bytes: bytes + found.name.length }
      if (mayWait(found) && add(item)) tell(found, 'held')
      else tell(found, 'refused', refuse)
      return () => drop(item)
    },
    /** Remembers how to end a request under way; the answer forgets it. */
    track: (found: Found, end: () => void): (() => void) => {
      underWay.set(end, found)
      // To end once more what has ended long ago does no harm, to remember all of them would.
      if (underWay.size > 1000) underWay.delete(underWay.keys().next().value!)
      return () => underWay.delete(end)
    },
    /** Does what the decision asks for. */
    settle,
  }
}

/** Decides on each request. */
export type Traffic = ReturnType<typeof createTraffic>
