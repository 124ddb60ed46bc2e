import { announce } from '../connect/announce.js'
import type { SwitchMap } from '../connect/translate.js'
import { translate } from '../connect/translate.js'
import { OptInError } from '../core/errors.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { Needs, SwitchMap } from '../connect/translate.js'

/** Google's switches; others may be named too. */
export type GoogleSwitch =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage'
  | (string & NonNullable<unknown>)

/** How Google's tags are told. */
export interface GoogleConsentModeOptions<More extends CategoryMap = NoCategories> {
  /** Which categories turn on which switch: `{ analytics_storage: ['aa'] }`. */
  readonly map?: SwitchMap<GoogleSwitch, More> | undefined
  /** Values of the `default` command, over ours, which deny; `false` sends no default, for a page that has it in its own code. */
  readonly defaults?: { readonly [S in GoogleSwitch]?: 'granted' | 'denied' } | false | undefined
  /** Where the default holds, `['ES', 'US-AK']`; everywhere when left out. */
  readonly region?: readonly string[] | undefined
  /** Milliseconds that Google's tags wait for the visitor's choice. Default 500. */
  readonly waitForUpdate?: number | undefined
}

declare const window: {
  readonly gtag?: (...words: unknown[]) => void
  dataLayer?: { readonly 0?: unknown; readonly event?: unknown }[]
}

const send = (command: string, values: object) => {
  const gtag =
    window.gtag ??
    function () {
      // Google's tags know a command by its being an `arguments` object; an array is something else to them.
      // eslint-disable-next-line prefer-rest-params
      ;(window.dataLayer ??= []).push(arguments as { event?: unknown })
    }
  gtag('consent', command, values)
}

const ads = ['aam', 'adcloud']

/**
 * Tells Google's tags, by Consent Mode v2: the `default` at once, an `update` at every committed change.
 *
 * Create the OptIn before Google's tag: a tag that is there already did not wait, which is reported.
 */
export const googleConsentMode = <More extends CategoryMap = NoCategories>({
  map,
  defaults = {},
  region,
  waitForUpdate = 500,
}: GoogleConsentModeOptions<More> = {}): Connector =>
  Object.assign<Connector, object>((optIn, report) => {
    if (!globalThis.document) return
    const switches = {
      ad_storage: ads,
      ad_user_data: ads,
      ad_personalization: ads,
      analytics_storage: ['aa'],
      personalization_storage: ['target'],
      ...map,
    }
    if (defaults) {
      if (window.dataLayer?.some((entry) => entry[0] === 'config' || entry.event === 'gtm.js'))
        report(new OptInError('invalid-config', '[OptIn] `googleConsentMode` must come before the Google tag.'))
      send('default', {
        security_storage: 'granted',
        ...JSON.parse(translate(switches, () => false)),
        ...defaults,
        ...(region && { region }),
        wait_for_update: waitForUpdate,
      })
    }
    return announce(
      optIn,
      () => translate(switches, optIn.isApproved),
      (message) => send('update', JSON.parse(message)),
    )
  }, { map })
