// Platforms of npm as they come, each with its own banner; their default maps read these names.
const words = { analytics: 'Analytics', functional: 'Functional', marketing: 'Marketing' }
const each = (make) => Object.entries(words).map(([id, title]) => make(id, title))
const style = (href) => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }))

window.platforms = {
  vanillaCookieConsent: {
    title: 'vanilla-cookieconsent',
    about: 'The real package, with its own banner.',
    start: async (load) => {
      style('/npm/vanilla-cookieconsent/dist/cookieconsent.css')
      await load('/npm/vanilla-cookieconsent/dist/cookieconsent.umd.js')
      CookieConsent.run({
        hideFromBots: false,
        categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, functional: {}, marketing: {} },
        language: { default: 'en', translations: { en: {
          consentModal: { title: 'Welcome aboard', description: 'May we measure, adapt and advertise?', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Refuse all', showPreferencesBtn: 'Choose' },
          preferencesModal: {
            title: 'Your choice', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Refuse all', savePreferencesBtn: 'Save my choice', closeIconLabel: 'Close',
            sections: each((linkedCategory, title) => ({ title, description: `For ${title.toLowerCase()}.`, linkedCategory })),
          },
        } } },
      })
    },
    reopen: () => CookieConsent.showPreferences(),
  },
  klaro: {
    title: 'Klaro',
    about: 'The real package, with its own banner.',
    start: (load) => {
      const services = each((name, title) => ({ name, title, purposes: [name] }))
      const purposes = Object.fromEntries(each((id, title) => [id, { title, description: '' }]))
      window.klaroConfig = { acceptAll: true, lang: 'en', translations: { en: { privacyPolicyUrl: '#main', purposes } }, services }
      return load('/npm/klaro/dist/klaro.js')
    },
    reopen: () => klaro.show(undefined, true),
  },
  tarteaucitron: {
    title: 'tarteaucitron',
    about: 'The real package, with its own banner.',
    start: async (load) => {
      window.tarteaucitronForceLanguage = 'en'
      await load('/npm/tarteaucitronjs/tarteaucitron.js')
      const types = { analytics: 'analytic', functional: 'api', marketing: 'ads' }
      tarteaucitron.services = Object.fromEntries(each((key, name) =>
        [key, { key, name, type: types[key], uri: '#main', needConsent: true, cookies: [], js() {}, fallback() {} }]))
      tarteaucitron.job = Object.keys(tarteaucitron.services)
      // It hears its buttons a while after it shows them.
      tarteaucitron.events.load = () => (document.body.dataset.platform = 'ready')
      // It would tell Google and Microsoft by itself: one voice is enough.
      tarteaucitron.init({ privacyUrl: '', showAlertSmall: false, bodyPosition: 'bottom', googleConsentMode: false, bingConsentMode: false })
    },
    reopen: () => tarteaucitron.userInterface.openPanel(),
  },
  orejime: {
    title: 'Orejime',
    about: 'The real package, with its own banner.',
    start: (load) => {
      style('/npm/orejime/dist/orejime-standard.css')
      window.orejimeConfig = { privacyPolicyUrl: '#main', purposes: each((id, title) => ({ id, title, cookies: [] })) }
      return load('/npm/orejime/dist/orejime-standard-en.js')
    },
    reopen: () => orejime.prompt(),
  },
}
