import type * as VanillaCookieConsent from 'vanilla-cookieconsent'
import type { Contender, Drive } from './contender.js'
import { eight } from './eight.js'

const drive = (ids: readonly string[]): Drive => {
  const page = window as unknown as { CookieConsent: typeof VanillaCookieConsent }
  return {
    // In a browser that is driven by a program it does nothing unless it is told to.
    install: () =>
      page.CookieConsent.run({
        hideFromBots: false,
        categories: Object.fromEntries(ids.map((id) => [id, {}])),
        language: {
          default: 'en',
          translations: {
            en: {
              consentModal: { title: 'Cookies', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Refuse' },
              preferencesModal: { title: 'Choices', acceptAllBtn: 'Accept', acceptNecessaryBtn: 'Refuse', sections: [] },
            },
          },
        },
      }),
    decide: (approved) => page.CookieConsent.acceptCategory(approved ? 'all' : []),
    ask: (times) => {
      let yes = 0
      for (let at = 0; at < times; at++) if (page.CookieConsent.acceptedCategory('one')) yes++
      return yes
    },
    listen: (callback) => ['cc:onFirstConsent', 'cc:onChange'].forEach((event) => addEventListener(event, callback)),
  }
}

/** vanilla-cookieconsent with a banner of two buttons, and its dialog unbuilt. */
export const vanillaCookieConsent: Contender = {
  script: { file: 'node_modules/vanilla-cookieconsent/dist/cookieconsent.umd.js' },
  isStoring: true,
  drive,
  details: eight,
}
