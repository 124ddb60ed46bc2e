import { NEVER_WAITING, readNames } from '../../lib/commands/names.js'

const sdk = () => {}
const historic = { configId: 'datastreamId', imsOrgId: 'orgId', event: 'sendEvent' }

describe('names', () => {
  it.each([
    ['the historic ones', sdk, undefined, historic],
    ['those and more', sdk, { old: 'new' }, { ...historic, old: 'new' }],
    ['others for them', sdk, { event: 'track' }, { ...historic, event: 'track' }],
    ['none', sdk, false as const, {}],
    ['none without an SDK', undefined, { old: 'new' }, {}],
  ])('are translated: %s', (_, given, rename, names) => {
    expect({ ...readNames(given, rename) }).toEqual(names)
  })

  it('that every object has are none', () => {
    expect(readNames(sdk, undefined)['constructor']).toBeUndefined()
  })

  it('of commands that never wait are the Web SDK’s', () => {
    expect(NEVER_WAITING).toEqual(['debug', 'setDebug', 'getLibraryInfo', 'createEventMergeId', 'setConsent'])
  })
})
