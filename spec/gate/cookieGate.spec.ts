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

  it('starts marked scripts, frames and images where scripts have no `noModule`, as in old browsers and in jsdom', async () => {
    document.body.innerHTML = `<img data-opt-in="aa" data-src="/pixel.gif"><script type="text/plain" data-opt-in="aa">document.title = 'started'</script>`
    const optIn = createOptIn({ doesOptInApply: true, otherTabs: false, gate: cookieGate() })
    optIn.approve('aa')
    await Promise.resolve()
    const [image, script] = [document.images[0]!, document.scripts[0]!]
    expect([image.getAttribute('src'), script.type, script.text, script.hasAttribute('src')]).toEqual(['/pixel.gif', '', `document.title = 'started'`, false])
    optIn.destroy()
  })

  it('finds nothing to remove where the browser gives `null` for a storage that is turned off', () => {
    const off = jest.spyOn(window, 'localStorage', 'get').mockReturnValue(null as unknown as Storage)
    const onError = jest.fn()
    const optIn = createOptIn({ doesOptInApply: true, otherTabs: false, gate: cookieGate(), onError })
    optIn.denyAll()
    expect(onError).not.toHaveBeenCalled()
    optIn.destroy()
    off.mockRestore()
  })
})
