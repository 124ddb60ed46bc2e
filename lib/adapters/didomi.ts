/*
 * Didomi, after its Web SDK reference. Its oddities:
 * - It has a queue in place of a “ready” event: what is pushed runs when the SDK is ready, also when it is that already.
 * - What `didomiEventListeners` is given stays for good, so events after the end are made harmless by us.
 * - Where no choice is required, purposes may be missing: only what is off counts as denied.
 */
import { connectPlatform } from '../connect/connectPlatform.js'
import { byName, kinds } from '../connect/kinds.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { PlatformOptions }

interface Didomi {
  isConsentRequired(): unknown
  shouldUserStatusBeCollected(): unknown
  getCurrentUserStatus(): { readonly purposes: Readonly<Record<string, { readonly enabled?: unknown } | undefined>> }
}

const page = globalThis as {
  didomiOnReady?: { push(ready: (didomi: Didomi) => void): unknown }
  didomiEventListeners?: { push(listener: { event: string; listener: () => void }): unknown }
}

/** Takes the visitor's choice from Didomi. */
export const didomi = <More extends CategoryMap = NoCategories>(options: PlatformOptions<More> = {}): Connector => {
  let sdk: Didomi | undefined
  return connectPlatform(
    'didomi',
    options,
    kinds,
    () => {
      if (!sdk) return undefined
      const isRequired = sdk.isConsentRequired() !== false
      if (isRequired && sdk.shouldUserStatusBeCollected() !== false) return false
      const { purposes } = sdk.getCurrentUserStatus()
      const answer = byName(Object.keys(purposes).map((id) => [[id], purposes[id]?.enabled]))
      return isRequired ? answer : (id) => answer(id) ?? true
    },
    (look) => {
      ;(page.didomiOnReady ??= []).push((didomi) => {
        sdk = didomi
        look()
      })
      ;(page.didomiEventListeners ??= []).push({ event: 'consent.changed', listener: look })
    },
  )
}
