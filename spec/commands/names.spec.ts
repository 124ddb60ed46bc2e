import { HISTORIC, NEVER_WAITING } from '../../lib/commands/names.js'

describe('the names of the Web SDK', () => {
  it('that never wait are those of the contract', () => {
    expect(NEVER_WAITING).toEqual(['debug', 'setDebug', 'getLibraryInfo', 'createEventMergeId', 'setConsent'])
  })

  it('of 2019 are known with those of today', () => {
    expect(HISTORIC).toEqual({ configId: 'datastreamId', imsOrgId: 'orgId', event: 'sendEvent' })
  })
})
