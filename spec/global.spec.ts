import type { AnyOptIn, Connector } from '../lib/types.js'
import { Categories, createOptIn, install, OptInError, tcf } from '../lib/global.js'

const warn = jest.spyOn(console, 'warn').mockImplementation(() => {})
beforeEach(() => {
  warn.mockClear()
  delete window.adobe?.optIn
})

describe('the script tag', () => {
  it('offers the same as the module, and the adapter for TCF', () => {
    expect([createOptIn, OptInError, tcf].map((one) => typeof one)).toEqual(['function', 'function', 'function'])
    expect(Categories.ANALYTICS).toBe('aa')
  })

  it('names the categories for Adobe libraries, in a plain object that may be overwritten', () => {
    const adobe = window.adobe as { OptInCategories: unknown }
    expect(adobe.OptInCategories).toEqual(Categories)
    expect(Object.getOwnPropertyDescriptor(adobe, 'OptInCategories')).toMatchObject({ writable: true, configurable: true, enumerable: true })
    expect(Object.isFrozen(adobe.OptInCategories)).toBe(false)
  })

  it('installs the page’s one object without replacing window.adobe', () => {
    const { adobe } = window
    const optIn = install({ doesOptInApply: true })
    expect([window.adobe, window.adobe?.optIn]).toEqual([adobe, optIn])
    expect(window.adobe).toBe(adobe)
    expect(optIn.doesOptInApply).toBe(true)
  })

  it('gives the same object again, and warns when it comes with settings', () => {
    const optIn = install()
    expect(install()).toBe(optIn)
    expect(warn).not.toHaveBeenCalled()
    expect(install({ doesOptInApply: true })).toBe(optIn)
    expect(warn.mock.calls).toEqual([[expect.stringContaining('Give them to the first call.')]])
    expect(optIn.doesOptInApply).toBe(false)
  })

  it('leaves an object of somebody else alone, and says once what is not active', () => {
    const theirs = { isApproved: () => true } as unknown as AnyOptIn
    window.adobe = { ...window.adobe, optIn: theirs }
    expect(install({ doesOptInApply: true })).toBe(theirs)
    const inactive = 'gate, adapters, bridges, storage, categories, policyVersion, otherTabs, onError'
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`not active: ${inactive}. Load and install visitor-opt-in first`)]])
  })

  it('installs nothing when the settings cannot be meant', () => {
    expect(() => install({ gate: 'x' })).toThrow(expect.objectContaining({ code: 'invalid-config' }))
    expect(window.adobe?.optIn).toBeUndefined()
  })

  it('takes aam and ecid from the page’s TCF platform in an IAB context, where opt-in applies', () => {
    const heard: string[] = []
    const bridge: Connector = (optIn) => void optIn.on('change', ({ source }) => heard.push(source))
    let vendor = { consents: { 565: true } }
    const api = (command: string, _: number, callback: (data: unknown, success: boolean) => void) => {
      if (command === 'addEventListener')
        callback({ eventStatus: 'tcloaded', cmpStatus: 'loaded', listenerId: 0, gdprApplies: true, tcString: 'TC', vendor, purpose: { consents: { 1: true, 10: true } } }, true)
    }
    Object.assign(window, { __tcfapi: api })
    const optIn = install({ doesOptInApply: 'true', isIabContext: 'true', bridges: bridge })
    expect([optIn.isApproved(['aam', 'ecid']), optIn.isApproved('aa'), optIn.__plugins, heard]).toEqual([true, false, ['iabPlugin'], ['tcf']])
    expect(createOptIn({ doesOptInApply: true, isIabContext: true }).isApproved('aam')).toBe(true)
    delete window.adobe?.optIn
    vendor = { consents: { 565: false } }
    const everywhere = install({ isIabContext: true })
    expect([everywhere.__plugins, everywhere.isApproved('aam')]).toEqual([[], true])
  })
})
