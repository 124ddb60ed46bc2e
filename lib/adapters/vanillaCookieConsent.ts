/*
 * vanilla-cookieconsent 3. Its oddities:
 * - `validConsent()` is false before `run()`, also for a returning visitor; then `cc:onConsent` comes.
 * - Before a choice, in opt-out mode, `getUserPreferences()` lists what is approved by default.
 * - The ES module makes no global: `window.CookieConsent = CookieConsent` hands it to us.
 * - `reset()` fires nothing; what the visitor chose last holds until the next answer.
 */
import { connectPlatform } from '../connect/connectPlatform.js'
import { byName, kinds } from '../connect/kinds.js'
import { listen } from '../connect/listen.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { PlatformOptions }

interface CookieConsent {
  validConsent(): unknown
  getUserPreferences(): { readonly acceptedCategories: readonly string[]; readonly rejectedCategories: readonly string[] }
}

const page = globalThis as { readonly CookieConsent?: CookieConsent }

/** Takes the visitor's choice from vanilla-cookieconsent (orestbida/cookieconsent), version 3. */
export const vanillaCookieConsent = <More extends CategoryMap = NoCategories>(
  options: PlatformOptions<More> = {},
): Connector =>
  connectPlatform(
    'vanillaCookieConsent',
    options,
    kinds,
    () => {
      const platform = page.CookieConsent
      if (platform?.validConsent() !== true) return platform && false
      const { acceptedCategories, rejectedCategories } = platform.getUserPreferences()
      return byName([
        [acceptedCategories, true],
        [rejectedCategories, false],
      ])
    },
    (look) => listen(['cc:onFirstConsent', 'cc:onConsent', 'cc:onChange'], look),
  )
