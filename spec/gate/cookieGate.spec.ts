import { cookieGate } from '../../lib/gate/cookieGate'
import { createOptIn } from '../../lib/index'

describe('the cookie gate', () => {
  it('refuses what no rule names where the page wants it so, but no record of the decision', () => {
    const gate = cookieGate({ unknown: 'refuse' })
    const optIn = createOptIn({ doesOptInApply: true, otherTabs: false, gate })
    for (const name of ['other', 'adobeujs-optin', 'kndctr_X_AdobeOrg_consent']) document.cookie = `${name}=1`
    expect(document.cookie).toBe('adobeujs-optin=1; kndctr_X_AdobeOrg_consent=1')
    expect(gate.inspect()).toMatchObject({ refused: 1, items: [{ store: 'cookie', name: 'other', category: undefined, action: 'refused' }] })
    optIn.destroy()
  })
})
