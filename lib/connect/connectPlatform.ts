/*
 * An adapter is one call of `connectPlatform`. Where the platform has events on the window or the document:
 *
 *   export const cookiebot = (options: PlatformOptions = {}): Connector =>
 *     connectPlatform({
 *       name: 'cookiebot',
 *       options,
 *       map: { statistics: ['aa', 'mediaaa'] },
 *       find: () => window.Cookiebot,
 *       read: (bot) => bot.hasResponse === true && ((id) => bot.consent[id]),
 *       subscribe: (heard) => listen(['CookiebotOnConsentReady', 'CookiebotOnDecline'], heard),
 *     })
 *
 * Where one subscribes at the platform itself, and nothing tells that it is there:
 *
 *       subscribe: (heard, failed) => whenReady(find, (manager) => {
 *         heard()
 *         manager.watch(watcher)
 *         return () => manager.unwatch(watcher)
 *       }, failed),
 *
 * What throws in `find`, `read` and `heard` is reported, and the permissions stay as they were.
 */
import type { OptInErrorCode } from '../core/errors.js'
import { OptInError } from '../core/errors.js'
import type { AnyOptIn, CategoryMap, Connector, Disconnect } from '../types.js'
import type { IdMap, PlatformOptions } from './readOptions.js'
import { checkOption, choose, idsByCategory } from './readOptions.js'
import { settle } from './settle.js'
import type { Answer } from './toDecision.js'
import { toDecision } from './toDecision.js'

/** What an adapter has to know about its platform. */
export interface Platform<System> {
  /** The adapter's name: the `source` of its decisions, and the first word of its errors. */
  readonly name: string
  readonly options: PlatformOptions<CategoryMap>
  /** The default map. */
  readonly map: IdMap
  /** Answers the platform, or something falsy while it is not there or cannot be read. */
  readonly find: () => System | undefined
  /** Answers what is chosen, id by id, or something falsy while there is no choice. `event` is what `heard` was given. */
  readonly read: (system: System, event?: unknown) => Answer | false | undefined
  /**
   * Called once, at the start, the platform being there or not: from then on `heard` is called whenever there may be news,
   * `failed` with errors that nobody else would catch. Answers how to unsubscribe, where the platform can.
   */
  readonly subscribe: (
    heard: (event?: unknown) => void,
    failed: (error: unknown) => void,
    optIn: AnyOptIn,
  ) => Disconnect | void
}

/** Connects a platform: reads it, subscribes, reads again, and tells each new answer once, under the adapter's name. */
export const connectPlatform = <System>({ name, options, map: defaultMap, find, read, subscribe }: Platform<System>): Connector => {
  const { map = defaultMap, timeout = 10_000 } = options
  const match = choose<'all' | 'any'>(`${name}.match`, ['all', 'any'], options.match)
  const ecid = choose(`${name}.ecid`, [true, false], options.ecid)
  checkOption(`${name}.map`, map, map === Object(map), 'an object')
  checkOption(`${name}.timeout`, timeout, timeout >= 0, 'milliseconds')

  return (optIn, report) => {
    const ids = idsByCategory(`${name}.map`, map, optIn.Categories)
    if (!globalThis.document) return // a server has no platform
    const tell = settle(optIn, name)
    let stopped: unknown
    let failure: unknown

    const failed = (error: unknown, code: OptInErrorCode = 'platform-failed') => {
      // What fails at every look is reported once.
      if (!stopped && failure !== (failure = `[OptIn] ${name}: ${error}`)) report(new OptInError(code, failure as string, { cause: error }))
    }
    const guarded = <R>(action: () => R): R | void => {
      try {
        return action()
      } catch (error) {
        return failed(error)
      }
    }
    const heard = (event?: unknown) => {
      guarded(() => {
        const system = !stopped && find()
        const answer = system && read(system, event)
        const decision = answer && toDecision(answer, ids, match, ecid)
        if (decision) tell(decision)
      })
    }

    heard()
    const end = guarded(() => subscribe(heard, failed, optIn))
    heard()
    const timer = setTimeout(
      () => guarded(find) || failed(`no platform after ${timeout} ms; it is heard when it comes`, 'platform-missing'),
      timeout,
    )
    return () => {
      stopped = 1
      clearTimeout(timer)
      end && guarded(end)
    }
  }
}
