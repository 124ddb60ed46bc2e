const optIn = VisitorOptIn.install({ doesOptInApply: true, isOptInStorageEnabled: true })
showPanel(optIn)
startSolutions(optIn)

// Which question of the banner speaks for which categories.
const groups = { analytics: ['aa', 'mediaaa'], personal: ['target'], advertising: ['aam', 'adcloud', 'campaign', 'livefyre', 'ecid'] }

const tell = () => {
  for (const [group, categories] of Object.entries(groups)) {
    const decide = CookieConsent.acceptedCategory(group) ? optIn.approve : optIn.deny
    decide(categories, true)
  }
  optIn.complete()
}

document.querySelector('#settings').addEventListener('click', () => CookieConsent.showPreferences())
CookieConsent.run({
  hideFromBots: false,
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, personal: {}, advertising: {} },
  onFirstConsent: tell,
  onChange: tell,
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: { title: 'Welcome aboard', description: 'May we measure, adapt and advertise?', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Refuse all', showPreferencesBtn: 'Choose' },
        preferencesModal: {
          title: 'Your choice', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Refuse all', savePreferencesBtn: 'Save my choice', closeIconLabel: 'Close',
          sections: [
            { title: 'Necessary', description: 'The basket.', linkedCategory: 'necessary' },
            { title: 'Analytics', description: 'Counts visits.', linkedCategory: 'analytics' },
            { title: 'Personal', description: 'Shows what may interest you.', linkedCategory: 'personal' },
            { title: 'Advertising', description: 'Remembers you on other sites.', linkedCategory: 'advertising' },
          ],
        },
      },
    },
  },
})
