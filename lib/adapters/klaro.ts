/*
 * Klaro 0.7. Its oddities:
 * - `getManager()` throws while there is no config, and makes the manager, which applies the stored choice to the
 *   elements there are at that moment; so it is not called before the document is parsed, as Klaro itself does not.
 * - `consents` holds defaults and unsaved toggles; `savedConsents` counts, once `confirmed`.
 * - Nothing tells that it is there, so it is looked for.
 */
import { connectPlatform } from '../connect/connectPlatform.js'
import { byName, kinds } from '../connect/kinds.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import { whenReady } from '../connect/whenReady.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { PlatformOptions }

interface Manager {
  readonly confirmed: unknown
  readonly savedConsents: Readonly<Record<string, unknown>>
  readonly config: { readonly services: readonly { readonly name: string; readonly purposes?: readonly string[] }[] }
  watch(watcher: object): void
  unwatch(watcher: object): void
}

const page = globalThis as { readonly klaro?: { getManager(config: unknown): Manager }; readonly klaroConfig?: unknown }

const find = () => {
  try {
    return document.readyState === 'loading' ? undefined : page.klaro?.getManager(page.klaroConfig)
  } catch {
    return undefined // no config yet
  }
}

/** Takes the visitor's choice from Klaro. */
export const klaro = <More extends CategoryMap = NoCategories>(options: PlatformOptions<More> = {}): Connector =>
  connectPlatform(
    'klaro',
    options,
    kinds,
    () => {
      const manager = find()
      return (
        manager &&
        manager.confirmed === true &&
        byName(manager.config.services.map(({ name, purposes = [] }) => [[name, ...purposes], manager.savedConsents[name]]))
      )
    },
    whenReady((look) => {
      const manager = find()!
      const watcher = { update: () => look() }
      manager.watch(watcher)
      return () => manager.unwatch(watcher)
    }),
  )
