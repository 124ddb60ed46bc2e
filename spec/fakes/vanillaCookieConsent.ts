import type * as CookieConsent from 'vanilla-cookieconsent'
import type { FakePlatform } from './platform.js'
import { fail, page, tell } from './platform.js'

type Real = typeof CookieConsent

const ids = ['necessary', 'analytics', 'functionality', 'marketing']

/** The real vanilla-cookieconsent, freshly loaded, with the usual categories. */
export const realVanillaCookieConsent = (settings: object = {}): FakePlatform & { api(): Real } => {
  let real: Real
  const start = async () => {
    window.scrollTo = () => {} // the simulated window has none
    delete page._ccRun
    jest.isolateModules(() => {
      real = jest.requireActual('vanilla-cookieconsent')
    })
    page.CookieConsent = { ...real }
    await real.run({
      hideFromBots: false,
      autoShow: false,
      categories: Object.fromEntries(ids.map((id) => [id, id === 'necessary' ? { enabled: true, readOnly: true } : {}])),
      language: {
        default: 'en',
        translations: { en: { consentModal: { title: 'x' }, preferencesModal: { title: 'x', sections: [] } } },
      },
      ...settings,
    })
  }
  return {
    api: () => real,
    load: async (stored) => {
      if (stored) {
        // An earlier page of the visit.
        await start()
        real.acceptCategory([...stored])
      }
      await start()
    },
    choose: (approved) => real.acceptCategory([...approved]),
    reopen: () => real.showPreferences(),
    breakDown: () => {
      Object.assign(page.CookieConsent as object, { validConsent: fail })
      tell(window, 'cc:onChange')
    },
    lie: () => {
      const nonsense = { acceptedCategories: 7, rejectedCategories: 'all' }
      Object.assign(page.CookieConsent as object, { validConsent: () => true, getUserPreferences: () => nonsense })
      tell(window, 'cc:onConsent')
    },
    vanish: () => {
      delete page.CookieConsent
      tell(window, 'cc:onChange')
    },
  }
}
