import { announce } from '../connect/announce.js'
import type { Connector } from '../types.js'

/** Which array of the page is told. */
export interface DataLayerOptions {
  /** Its name on `window`. Default `'dataLayer'`. */
  readonly name?: string | undefined
}

declare const window: Record<string, unknown[]>

/**
 * Pushes `{ event: 'optin_update', optin: permissions, optinStatus }` on `window.dataLayer` at every committed change.
 *
 * Always with every category; the array is made when the page has none.
 */
export const dataLayer =
  ({ name = 'dataLayer' }: DataLayerOptions = {}): Connector =>
  (optIn) => {
    if (!globalThis.document) return
    return announce(
      optIn,
      () => JSON.stringify({ event: 'optin_update', optin: optIn.permissions, optinStatus: optIn.status }),
      (message) => (window[name] ??= []).push(JSON.parse(message)),
    )
  }
