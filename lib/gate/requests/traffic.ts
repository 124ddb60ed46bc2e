import type { AnyOptIn, Report } from '../../types.js'
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
  optIn: AnyOptIn,
  rules: ReadRules,
  { limit, maxBytes, unknown, undecided }: RequestGateOptions,
  note: (item: RequestItem) => void,
  report: Report,
) => {
  const { waiting, add, drop } = createHolding(limit, maxBytes)
  const match = createHostMatcher(rules, report)
  const underWay = new Map<() => void, Found>()
  const NativeURL = URL
  let isDecided = !optIn.doesOptInApply || optIn.isComplete
  let isAlive = true
  let busy = 0

  const isOpen = ({ category }: Found): boolean => !isAlive || (!!category && optIn.isApproved(category))
  const mayWait = (found: Found): boolean => isAlive && (isOpen(found) || (!isDecided && !!found.category && undecided !== 'refuse'))

  const tell = ({ name, category }: Found, action: RequestItem['action'], then?: () => unknown): unknown => {
    note({ store: 'request', name, category, action })
    try {
      return then?.()
    } catch (error) {
      return report(error)
    }
  }
  const leave = async (isLast?: unknown): Promise<void> => {
    busy++
    for (const item of waiting)
      if (isOpen(item.found) && drop(item)) {
        const sent = tell(item.found, 'replayed', item.replay)
        // A slow answer does not keep the others back; what is big gets more time.
        const enough = new Promise((done) => setTimeout(done, 1000 + item.bytes / 8))
        if (!isLast) await Promise.race([sent, enough]).catch(() => {})
      }
    busy--
  }
  const settle = (): void => {
    for (const [end, found] of underWay) if (!isOpen(found) && underWay.delete(end)) tell(found, 'removed', end)
    for (const item of waiting) if (!mayWait(item.found) && drop(item)) tell(item.found, 'refused', item.refuse)
    for (let lanes = waiting.size > 64 ? 64 : 1; lanes > busy; lanes--) void leave()
  }
  const stops = (['change', 'complete'] as const).map((event) =>
    optIn.on(event, () => {
      // A staged round leaves the last completed decision as it is.
      isDecided = event === 'complete' || optIn.isComplete || (isDecided && !optIn.isPending)
      settle()
    }),
  )

  return {
    /** Answers an address that the gate has a say in, `undefined` for all others. */
    judge: (address: string, base: string): Found | undefined => {
      try {
        const url = new NativeURL(address, base)
        const { protocol, host, pathname, href } = url
        // Other schemes send nothing.
        if (!isAlive || !/^(http|ws)/.test(protocol)) return
        const category = match(url)
        if (category || (unknown === 'refuse' && host !== location.host)) return { category, name: `${protocol}//${host}${pathname}`, href }
      } catch {
        // The browser itself refuses what is no address.
      }
      return
    },
    isOpen,
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
    /** Lets go of all that is approved: the page is going. */
    hurry: leave,
    /** Refuses what is held, and lets everything pass from now on. */
    close: (): void => {
      for (const stop of stops) stop()
      isAlive = false
      settle()
    },
  }
}

/** Decides on each request. */
export type Traffic = ReturnType<typeof createTraffic>
