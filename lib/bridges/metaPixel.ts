import { announce } from '../connect/announce.js'
import type { SwitchMap } from '../connect/translate.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { Needs, SwitchMap } from '../connect/translate.js'

/** Meta's switches: whether the pixel sends at all, and whether it sends without Limited Data Use. */
export type MetaSwitch = 'consent' | 'dataProcessingOptions'

/** How Meta's pixel is told. */
export interface MetaPixelOptions<More extends CategoryMap = NoCategories> {
  /** Which categories turn on which switch. `dataProcessingOptions` is told only when it is named here. */
  readonly map?: SwitchMap<MetaSwitch, More> | undefined
  /** The country of Limited Data Use; 0, the default, lets Meta find it out. */
  readonly country?: number | undefined
  /** The state of Limited Data Use; 0, the default, lets Meta find it out. */
  readonly state?: number | undefined
}

declare const window: { readonly fbq?: (...words: unknown[]) => void }

/**
 * Tells Meta's pixel `grant` or `revoke` at every committed change.
 *
 * A pixel that comes late is told when its script has loaded; a page without one is left alone.
 */
export const metaPixel = <More extends CategoryMap = NoCategories>({ map, country = 0, state = 0 }: MetaPixelOptions<More> = {}): Connector =>
  Object.assign<Connector, object>((optIn) => {
    if (!globalThis.document) return
    const switches: SwitchMap<string, CategoryMap> = { consent: ['adcloud', 'aam'], ...map }
    // Each switch by itself, so that none is told again because another one changed.
    const ends = Object.entries(switches).map(([command, needs]) => {
      const word = (isOn?: boolean) =>
        command === 'consent' ? [isOn ? 'grant' : 'revoke'] : [isOn ? [] : ['LDU'], country, state]
      return announce(
        optIn,
        () => (window.fbq ? JSON.stringify([command, ...word([needs].flat().some((needed) => optIn.isApproved(needed)))]) : undefined),
        (message) => window.fbq!(...JSON.parse(message)),
        document,
      )
    })
    return () => ends.forEach((end) => end())
  }, { map })
