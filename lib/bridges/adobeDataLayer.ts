import { announce } from '../connect/announce.js'
import type { Connector } from '../types.js'

/** Which array of the page is told. */
export interface AdobeDataLayerOptions {
  /** Its name on `window`. Default `'adobeDataLayer'`. */
  readonly name?: string | undefined
}

declare const window: Record<string, unknown[]>

/**
 * Pushes `{ event: 'optin:complete', optIn: { permissions } }` on `window.adobeDataLayer` at every committed change;
 * after a `reset()` the event is `optin:reset`.
 *
 * Always with every category: the Client Data Layer merges, so what was left out would stay as it was.
 */
export const adobeDataLayer =
  ({ name = 'adobeDataLayer' }: AdobeDataLayerOptions = {}): Connector =>
  (optIn) => {
    if (!globalThis.document) return
    return announce(
      optIn,
      () =>
        JSON.stringify({
          event: optIn.doesOptInApply && optIn.isPending ? 'optin:reset' : 'optin:complete',
          optIn: { permissions: optIn.permissions },
        }),
      (message) => (window[name] ??= []).push(JSON.parse(message)),
    )
  }
