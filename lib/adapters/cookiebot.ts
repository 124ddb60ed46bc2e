/*
 * Cookiebot, after its “Developer Resources” and the types of @types/cookiebot-sdk. Its oddities:
 * - `consent` is all false before the visitor answered; only `hasResponse` tells a no from a not yet.
 * - Several of its events come for one choice, and a partial choice comes as “accept”; none carries the choice.
 */
import { connectPlatform } from '../connect/connectPlatform.js'
import { listen } from '../connect/listen.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { PlatformOptions }

const page = globalThis as {
  readonly Cookiebot?: { readonly hasResponse?: unknown; readonly consent: Readonly<Record<string, unknown>> }
}

/** Takes the visitor's choice from Cookiebot. */
export const cookiebot = <More extends CategoryMap = NoCategories>(options: PlatformOptions<More> = {}): Connector =>
  connectPlatform(
    'cookiebot',
    options,
    { statistics: ['aa', 'mediaaa'], preferences: 'target', marketing: ['aam', 'adcloud', 'campaign', 'livefyre'] },
    () => page.Cookiebot && page.Cookiebot.hasResponse === true && ((id) => page.Cookiebot!.consent[id]),
    (look) => listen(['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline'], look),
  )
