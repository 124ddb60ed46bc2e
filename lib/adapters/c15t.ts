/*
 * c15t 2. Its oddities:
 * - A first choice that refuses all is no “change” to it, and `onConsentSet` comes with defaults; so its store is followed.
 * - Where its model is opt-out or none, it grants by itself and asks nobody: that is the answer, once its policy is loaded.
 * - Withdrawing reloads the page right after saving; so the decision is made in the same turn.
 * - Nothing tells that `window.c15tStore` is there, so it is looked for.
 */
import { connectPlatform } from '../connect/connectPlatform.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import { whenReady } from '../connect/whenReady.js'
import type { CategoryMap, Connector, Disconnect, NoCategories } from '../types.js'

export type { PlatformOptions }

interface State {
  readonly consents: Readonly<Record<string, unknown>>
  readonly isLoadingConsentInfo: unknown
  readonly hasFetchedBanner: unknown
  readonly model: unknown
  hasConsented(): unknown
}
interface Store {
  getState(): State
  subscribe(callback: () => void): Disconnect
}

const page = globalThis as { readonly c15tStore?: Store }

/** Takes the visitor's choice from c15t. */
export const c15t = <More extends CategoryMap = NoCategories>(options: PlatformOptions<More> = {}): Connector =>
  connectPlatform(
    'c15t',
    options,
    {
      measurement: ['aa', 'mediaaa'],
      experience: 'target',
      functionality: 'target',
      marketing: ['aam', 'adcloud', 'campaign', 'livefyre'],
    },
    () => {
      if (!page.c15tStore) return undefined
      const { consents, isLoadingConsentInfo, hasFetchedBanner, model, hasConsented } = page.c15tStore.getState()
      const asksNobody = hasFetchedBanner === true && (model === null || model === 'opt-out')
      return !isLoadingConsentInfo && (hasConsented() === true || asksNobody) && ((id) => consents[id])
    },
    whenReady((look) => page.c15tStore!.subscribe(() => look())),
  )
