/*
 * Orejime 3. Its oddities:
 * - `window.orejime` appears some time after the document is ready, and nothing tells of it, so it is looked for.
 * - Consents are defaults until nothing is dirty. `update` comes before `dirty` is right, also when all is cleared;
 *   so it is read once its own turn is over.
 * - The cookie is no proof of a choice: clearing writes the defaults into it.
 */
import { connectPlatform } from '../connect/connectPlatform.js'
import { byName, kinds } from '../connect/kinds.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import { whenReady } from '../connect/whenReady.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { PlatformOptions }

interface Manager {
  isDirty(): unknown
  getAllConsents(): Readonly<Record<string, unknown>>
  on(event: string, callback: () => void): void
  off(event: string, callback: () => void): void
}

const page = globalThis as { readonly orejime?: { readonly manager?: Manager } }

/** Takes the visitor's choice from Orejime, version 3. */
export const orejime = <More extends CategoryMap = NoCategories>(options: PlatformOptions<More> = {}): Connector =>
  connectPlatform(
    'orejime',
    options,
    kinds,
    () => {
      const manager = page.orejime?.manager
      return (
        manager &&
        manager.isDirty() === false &&
        byName(Object.entries(manager.getAllConsents()).map(([id, approved]) => [[id], approved]))
      )
    },
    whenReady((look) => {
      const manager = page.orejime!.manager!
      const later = () => queueMicrotask(look)
      manager.on('update', later)
      return () => manager.off('update', later)
    }),
  )
