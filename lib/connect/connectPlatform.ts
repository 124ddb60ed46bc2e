/*
 * An adapter is one call of `connectPlatform`. Where the platform has events on the window or the document:
 *
 *   export const cookiebot = (options: PlatformOptions = {}): Connector =>
 *     connectPlatform(
 *       'cookiebot',
 *       options,
 *       { statistics: ['aa', 'mediaaa'] },
 *       () => window.Cookiebot && window.Cookiebot.hasResponse && ((id) => window.Cookiebot.consent[id]),
 *       (look) => listen(['CookiebotOnConsentReady', 'CookiebotOnDecline'], look),
 *     )
 *
 * Where one subscribes at the platform itself, and nothing tells that it is there:
 *
 *       whenReady((look) => {
 *         const watcher = { update: () => look() }
 *         window.manager.watch(watcher)
 *         return () => window.manager.unwatch(watcher)
 *       }),
 *
 * What throws while it is looked at is reported, and the permissions stay as they were.
 */
import type { OptInErrorCode } from '../core/errors.js'
import { OptInError } from '../core/errors.js'
import type { CategoryMap, Connector, Disconnect } from '../types.js'
import type { IdMap, PlatformOptions } from './readOptions.js'
import { checkOption } from './readOptions.js'
import type { Answer } from './toDecision.js'
import { toDecision } from './toDecision.js'

/** Answers what is chosen, id by id; `undefined` while the platform is not there, and `false` while there is no choice. `event` is what was heard. */
export type Read = (event?: unknown) => Answer | false | undefined

/** Does something at the platform; what it throws is reported. */
export type Attempt = <R>(action: () => R) => R | void

/**
 * Called once, at the start, the platform being there or not: from then on `look` is called whenever there may be news,
 * and answers whether the platform was there. Answers how to end it.
 */
export type Wake = (look: (event?: unknown) => unknown, attempt: Attempt, failed: (error: unknown) => void) => Disconnect | void

/**
 * Connects a platform: reads it at the start and whenever it wakes us, and tells each new answer once, under the adapter's name,
 * which is also the first word of its errors.
 */
export const connectPlatform = (name: string, options: PlatformOptions<CategoryMap>, usual: IdMap, read: Read, wake: Wake): Connector => {
  const { map = usual, match = 'all', ecid = true, timeout = 10_000 } = options
  checkOption(`${name}.map`, map, 'an object', map === Object(map))
  checkOption(`${name}.match`, match, 'all or any')
  checkOption(`${name}.ecid`, ecid, 'a boolean')
  checkOption(`${name}.timeout`, timeout, 'a number', timeout >= 0)

  return (optIn, report) => {
    const decisionOf = toDecision(`${name}.map`, map, optIn.Categories, match === 'any', ecid)
    if (!globalThis.document) return // a server has no platform
    let told: string | undefined
    let failure: string | undefined
    let isThere = false
    let isOver = false

    const failed = (error: unknown, code: OptInErrorCode = 'platform-failed') => {
      // What fails at every look is reported once.
      if (!isOver && failure !== (failure = `[OptIn] ${name}: ${error}`)) report(new OptInError(code, failure, { cause: error }))
    }
    const attempt: Attempt = (action) => {
      try {
        return action()
      } catch (error) {
        failed(error)
      }
    }
    const look = (event?: unknown) =>
      attempt(() => {
        const answer = !isOver && read(event)
        if (answer) {
          const decision = decisionOf(answer)
          const text = JSON.stringify(decision)
          // Platforms repeat themselves; after a `reset()` of the page that is news again.
          if (text !== '{}' && (told !== (told = text) || optIn.status === 'pending')) optIn.decide(decision, { source: name })
        }
        return (isThere ||= answer !== undefined)
      })

    const sleep = attempt(() => wake(look, attempt, failed))
    look()
    const timer = setTimeout(
      () => isThere || look() || failure || failed(`not there after ${timeout} ms, heard later`, 'platform-missing'),
      timeout,
    )
    return () => {
      isOver = true
      clearTimeout(timer)
      sleep?.()
    }
  }
}
