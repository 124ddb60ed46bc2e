import type { TcData } from '../../lib/connect/tcData.js'
import { answerOf, isFinal } from '../../lib/connect/tcData.js'

const given = (more: object = {}): TcData => ({
  tcString: 'TC',
  gdprApplies: true,
  eventStatus: 'useractioncomplete',
  cmpStatus: 'loaded',
  purpose: { consents: { 1: true, 2: false, 10: true } },
  vendor: { consents: { 565: true } },
  ...more,
})
const asked = (more: object, id = '10', elsewhere = true, unasked = false) => answerOf(given(more), elsewhere, unasked)(id)

describe('isFinal', () => {
  it.each([
    [{ eventStatus: 'tcloaded' }, true],
    [{ eventStatus: 'useractioncomplete' }, true],
    [{ eventStatus: 'cmpuishown' }, false],
    [{ eventStatus: undefined }, false],
    [{ eventStatus: 'tcloaded', cmpStatus: 'error' }, false],
    [{ eventStatus: 'tcloaded', gdprApplies: undefined }, false],
    [{ eventStatus: 'tcloaded', gdprApplies: 'yes' }, false],
    [{ eventStatus: 'tcloaded', gdprApplies: 1 }, false],
    [{ eventStatus: 'cmpuishown', gdprApplies: false }, true],
    [{ eventStatus: undefined, gdprApplies: false }, true],
  ])('of %j is %j', (more, final) => {
    expect(isFinal(given(more))).toBe(final)
  })
})

describe('answerOf', () => {
  it.each([
    ['1', true],
    ['2', false],
    ['10', true],
    // Not in the list means no.
    ['11', false],
  ])('purpose %s is %j', (id, permission) => {
    expect(asked({}, id)).toBe(permission)
  })

  it.each([
    ['Adobe is refused', { vendor: { consents: { 565: false } } }],
    ['Adobe is not in the list', { vendor: { consents: { 755: true } } }],
    ['Adobe is approved in another type', { vendor: { consents: { 565: 'true' } } }],
    ['the publisher does not allow it', { publisher: { restrictions: { 10: { 565: 0 } } } }],
    ['others were disclosed, Adobe was not (2.3)', { vendor: { consents: { 565: true }, disclosedVendors: { 1: true, 565: false } } }],
  ])('refuses where %s', (_where, more) => {
    expect(asked(more)).toBe(false)
  })

  it.each([
    ['Adobe was disclosed (2.3)', { vendor: { consents: { 565: true }, disclosedVendors: { 565: true } } }],
    ['nobody was disclosed (2.2)', { vendor: { consents: { 565: true }, disclosedVendors: {} } }],
    ['the publisher requires consent', { publisher: { restrictions: { 10: { 565: 1 } } } }],
    ['the publisher says nothing of restrictions', { publisher: {} }],
    ['the publisher restricts another purpose', { publisher: { restrictions: { 1: { 565: 0 } } } }],
    ['the publisher restricts another vendor', { publisher: { restrictions: { 10: { 755: 0 } } } }],
  ])('approves where %s', (_where, more) => {
    expect(asked(more)).toBe(true)
  })

  describe('where purpose 1 was not asked for', () => {
    const unasked = { purposeOneTreatment: true, purpose: { consents: { 1: false, 2: false } } }
    it.each([
      ['1', true, true],
      ['1', false, false],
      // The others were asked for.
      ['2', true, false],
    ])('purpose %s, approving %j, is %j', (id, approves, permission) => {
      expect(asked(unasked, id, true, approves)).toBe(permission)
    })

    it('counts it only where the platform says so', () => {
      expect(asked({ ...unasked, purposeOneTreatment: false }, '1', true, true)).toBe(false)
      expect(asked({ ...unasked, purposeOneTreatment: 'yes' }, '1', true, true)).toBe(false)
    })
  })

  it.each([
    [true, true],
    [false, undefined],
  ])('where the GDPR does not apply, approving %j, is %j, whatever the lists say or lack', (approves, permission) => {
    expect(asked({ gdprApplies: false, vendor: undefined, purpose: undefined }, '10', approves)).toBe(permission)
  })

  it.each(['vendor', 'purpose'])('fails, rather than to call it a refusal, where the %s lists are missing', (part) => {
    expect(() => asked({ [part]: undefined })).toThrow()
  })
})
