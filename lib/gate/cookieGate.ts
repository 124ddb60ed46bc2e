import { OptInError } from '../core/errors.js'
import type { Connector, Disconnect } from '../types.js'
import { activateMarkup } from './activateMarkup.js'
import { createCleaner } from './clean.js'
import { createDoor } from './door.js'
import { guardCookies } from './guardCookies.js'
import { guardCookieStore } from './guardCookieStore.js'
import { guardFrames } from './guardFrames.js'
import { guardStorage, type Known } from './guardStorage.js'
import { createJudge } from './judge.js'
import { type GateOptions, readOptions } from './readOptions.js'
import { createSwaps } from './swaps.js'
import { takeTurn } from './takeTurn.js'
import type { Attempt, GateAction, GateItem, GateReport, Note } from './types.js'
import { watchCookies } from './watchCookies.js'

type Realm = Parameters<typeof guardCookies>[0] & Parameters<typeof guardCookieStore>[0]

/** A connector that makes the permissions hold for what a page stores. */
export interface Gate extends Connector {
  /** Tells what the gate did: counts since the start and the last 200 items. Names, never values. */
  inspect(): GateReport
}

/**
 * Makes the permissions hold for code that does not ask: a denied category cannot store anything.
 *
 * Throws an `OptInError` (`invalid-config`) that names the option; of a category nobody knows, when it is connected.
 *
 * @example
 * const optIn = createOptIn({ doesOptInApply: true, gate: cookieGate({ rules: { aa: ['_ga', '_ga_*'] } }) })
 */
export const cookieGate = (options: GateOptions = {}): Gate => {
  const settings = readOptions(options)
  const { stores, markup, onAction } = settings
  const guardsCookies = stores.includes('cookie')
  const counts: Record<GateAction, number> = { held: 0, replayed: 0, refused: 0, removed: 0 }
  let items: readonly GateItem[] = []

  const connect: Connector = (optIn, tell) => {
    if (!globalThis.document) return
    const listening = new AbortController()
    const { signal } = listening
    const told = new Set<string>()
    const report = (error: unknown): void => {
      // Each trouble once.
      if (told.size < told.add(`${error as string}`).size) tell(error)
    }
    const complain = (what: string): void => report(new OptInError('storage-failed', `[OptIn] ${what}`))
    const persist = (name: string): void => complain(`The denied cookie \`${name}\` keeps coming back.`)
    const attempt: Attempt = (work) => {
      try {
        work()
      } catch (error) {
        report(error)
      }
    }
    const [categoryOf, verdictOf, denies] = createJudge(optIn, settings, signal)
    const note: Note = (action, store, name) => {
      const item = { store, name, category: categoryOf(store, name), action }
      counts[action]++
      items = [...items.slice(-199), item]
      attempt(() => onAction(item))
    }

    const start = (): Disconnect => {
      const { swap, undos } = createSwaps((what) => complain(`\`${what}\` is frozen, not guarded.`))
      const door = createDoor(verdictOf, note, attempt)
      const [remember, removeDenied] = createCleaner(settings, verdictOf, note, attempt, persist)
      const known: Known = new WeakMap()
      const guard = (page: Window): void => {
        const realm = page as Realm
        if (known.has(realm.Document)) return
        known.set(realm.Document, [])
        const { length } = undos
        if (guardsCookies) {
          guardCookies(realm, swap, door, remember, optIn)
          guardCookieStore(realm, swap, door, remember)
        }
        guardStorage(realm, stores, swap, door, known, signal)
        guardFrames(realm, swap, guard)
        // To remember what a frame had would keep it in memory for ever: its guards let everything pass in the end.
        if (page !== window) undos.length = length
      }
      attempt(() => guard(window))

      // Where nothing is denied no store is opened, which takes a browser longer than all the rest.
      const sweep = (): void => {
        if (denies()) removeDenied()
      }
      const update = markup !== false && activateMarkup(optIn.isApproved, attempt, signal)
      const follow = (): void => {
        sweep()
        door.settle()
        if (update) update()
      }
      undos.push(optIn.on('change', follow), optIn.on('complete', follow))
      if (guardsCookies) attempt(() => watchCookies(verdictOf, sweep, persist, signal))
      document.addEventListener('visibilitychange', sweep, { signal })
      attempt(follow)

      return () => {
        listening.abort()
        undos.forEach(attempt)
      }
    }
    return takeTurn(start, () => complain('A cookie gate is there already: this one waits.'))
  }
  return Object.assign(connect, { inspect: () => ({ ...counts, items }) })
}
