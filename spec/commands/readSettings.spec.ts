import { readSettings } from '../../lib/commands/readSettings.js'

const sdk = () => {}

describe('the options of configure', () => {
  it('have defaults', () => {
    expect(readSettings(undefined, sdk, undefined)).toMatchObject({ optInEnabled: false, errorsEnabled: true, optIn: undefined, settings: {} })
  })

  it('keep ours from the SDK, and translate the rest', () => {
    const options = { optInEnabled: true, errorsEnabled: false, rename: { old: 'new' }, imsOrgId: 'X@AdobeOrg', configId: 'id', old: 1 }
    expect(readSettings(options, sdk, undefined)).toMatchObject({ org: 'X@AdobeOrg', settings: { orgId: 'X@AdobeOrg', datastreamId: 'id', new: 1 } })
    expect(Object.keys(readSettings(options, sdk, undefined).settings).sort()).toEqual(['datastreamId', 'new', 'orgId'])
  })

  it.each([
    ['optInEnabled', 'yes'],
    ['optInEnabled', null],
    ['errorsEnabled', 0],
  ])('refuse %s: %p', (option, value) => {
    expect(() => readSettings({ [option]: value } as never, sdk, undefined)).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining(`\`${option}\` must be true or false`) }),
    )
  })
})
