import type { Connector } from '../types.js'
import { activateMarkup } from './activateMarkup.js'
import { createCleaner } from './clean.js'
import { createGate } from './createGate.js'
import { createDoor } from './door.js'
import { guardCookies } from './guardCookies.js'
import { guardCookieStore } from './guardCookieStore.js'
import { guardStorage, type Known } from './guardStorage.js'
import type { VerdictOf } from './judge.js'
import { type GateOptions, readOptions } from './readOptions.js'
import { createMatcher, rememberNames } from './rules.js'
import type { GateItem, GateReport, Note } from './types.js'
import { watchCookies } from './watchCookies.js'

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
  const { stores, markup, list } = settings
  const categoryOf = rememberNames(createMatcher(list))
  const guardsCookies = stores.includes('cookie')

  return createGate<GateItem>('cookie', 'storage-failed', options, (optIn, [judge, denies], signal, tell, attempt, complain) => {
    const persist = (name: string): void => complain(`The denied cookie \`${name}\` keeps coming back.`)
    const verdictOf: VerdictOf = (store, name) => judge(categoryOf(store, name))
    const note: Note = (action, store, name) => tell({ store, name, category: categoryOf(store, name), action })
    const door = createDoor(verdictOf, note, attempt)
    const [remember, removeDenied] = createCleaner(settings, verdictOf, note, attempt, persist)
    const known: Known = new WeakMap()
    // Where nothing is denied no store is opened, which takes a browser longer than all the rest.
    const sweep = (): void => {
      if (denies()) removeDenied()
    }
    const update = markup && activateMarkup(optIn.isApproved, attempt, signal)
    if (guardsCookies) attempt(() => watchCookies(verdictOf, sweep, persist, signal))
    document.addEventListener('visibilitychange', sweep, { signal })

    return [
      (page, swap) => {
        if (guardsCookies) {
          guardCookies(page, swap, door, remember, optIn)
          guardCookieStore(page as Parameters<typeof guardCookieStore>[0], swap, door, remember)
        }
        guardStorage(page, stores, swap, door, known, signal)
      },
      () => {
        sweep()
        door.settle()
        if (update) update()
      },
    ]
  })
}
