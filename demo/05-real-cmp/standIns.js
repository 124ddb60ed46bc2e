// Hosted platforms are no packages. Each stand-in puts the vendor's documented functions on the page and fires its documented events;
// `chosen` lists what the visitor approved, and is `undefined` before a choice. The banner is this page's own.
const banner = document.querySelector('#stand-in')
const about = 'A stand-in with a banner of this page’s own: the vendor serves the real platform only to its customers.'

const standIn = (title, ids, put) => {
  const key = `stand-in ${title}`
  const ask = () => {
    banner.querySelector('h2').textContent = `${title} (stand-in)`
    banner.querySelector('#stand-in-questions').replaceChildren(...Object.entries(ids).map(([name, text]) => {
      const label = document.createElement('label')
      label.append(Object.assign(document.createElement('input'), { type: 'checkbox', name }), ` ${text} `)
      return label
    }))
    banner.hidden = false
  }
  const choose = (chosen) => {
    pageStorage.setItem(key, JSON.stringify(chosen))
    banner.hidden = true
    document.querySelector('#reopen').focus()
    put(chosen)
  }
  const start = () => {
    const kept = JSON.parse(pageStorage.getItem(key)) ?? undefined
    banner.addEventListener('click', ({ target }) => target.dataset.all && choose(target.dataset.all === 'yes' ? Object.keys(ids) : []))
    banner.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault()
      choose([...banner.querySelectorAll(':checked')].map((box) => box.name))
    })
    if (!kept) ask()
    put(kept)
  }
  const reopen = () => {
    ask()
    banner.querySelector('input').focus()
  }
  return { title, about, start, reopen }
}

const tell = (event, detail) => dispatchEvent(new CustomEvent(event, { detail }))
const kinds = { analytics: 'Analytics', functional: 'Functional', marketing: 'Marketing' }

window.standIns = {
  oneTrust: standIn('OneTrust', { C0002: 'Performance', C0003: 'Functional', C0004: 'Targeting', C0005: 'Social media' }, (chosen) => {
    const groups = ['C0001', ...(chosen ?? [])]
    window.OnetrustActiveGroups = `,${groups},`
    window.OneTrust = { IsAlertBoxClosed: () => !!chosen, GetDomainData: () => ({ ShowAlertNotice: true, ConsentModel: { Name: 'opt-in' } }) }
    tell('OneTrustGroupsUpdated', groups)
  }),
  cookiebot: standIn('Cookiebot', { statistics: 'Statistics', preferences: 'Preferences', marketing: 'Marketing' }, (chosen) => {
    const ids = ['statistics', 'preferences', 'marketing']
    window.Cookiebot = { hasResponse: !!chosen, consent: Object.fromEntries(ids.map((id) => [id, !!chosen?.includes(id)])) }
    if (chosen) tell('CookiebotOnConsentReady')
  }),
  didomi: standIn('Didomi', kinds, (chosen) => {
    const status = { purposes: Object.fromEntries(Object.keys(kinds).map((id) => [id, { id, enabled: !!chosen?.includes(id) }])) }
    const sdk = { isConsentRequired: () => true, shouldUserStatusBeCollected: () => !chosen, getCurrentUserStatus: () => status }
    for (const ready of window.didomiOnReady ?? []) ready(sdk)
  }),
  usercentrics: standIn('Usercentrics', { functional: 'Functional', marketing: 'Marketing' }, (chosen) => {
    const state = (id) => ({ state: chosen?.includes(id) ? 'ALL_ACCEPTED' : 'ALL_DENIED' })
    const type = chosen ? 'EXPLICIT' : 'IMPLICIT'
    const details = { consent: { type, required: !chosen }, services: {}, categories: { functional: state('functional'), marketing: state('marketing') } }
    window.__ucCmp = { isInitialized: async () => true, isConsentRequired: async () => !chosen, getConsentDetails: async () => details }
    tell(chosen ? 'UC_CONSENT' : 'UC_UI_INITIALIZED', details)
  }),
  trustArc: standIn('TrustArc', { 2: 'Functional', 3: 'Advertising' }, (chosen) => {
    window.PrivacyManagerAPI = { callApi: () => ({ consentDecision: chosen ? [1, ...chosen.map(Number)] : [0] }) }
    postMessage(JSON.stringify({ PrivacyManagerAPI: { action: 'getConsentDecision' } }), location.origin)
  }),
}
