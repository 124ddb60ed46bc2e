import type { RequestGateOptions } from '../../../lib/gate/requests/readRequestOptions'
import { readRequestOptions } from '../../../lib/gate/requests/readRequestOptions'

describe('the settings of the request gate', () => {
  it.each([
    [{ rules: null }, '`rules`'],
    [{ rules: 'x' }, '`rules`'],
    [{ adobeRules: 'no' }, '`adobeRules`'],
    [{ unknown: 'block' }, '`unknown`'],
    [{ undecided: true }, '`undecided`'],
    [{ limit: -1 }, '`limit`'],
    [{ limit: '5' }, '`limit`'],
    [{ maxBytes: NaN }, '`maxBytes`'],
    [{ onAction: 'log' }, '`onAction`'],
  ])('are refused and named: %j', (options, named) => {
    const reading = () => readRequestOptions(options as unknown as RequestGateOptions)
    expect(reading).toThrow(expect.objectContaining({ code: 'invalid-config' }))
    expect(reading).toThrow(named)
  })

  it.each([
    [{}],
    [{ rules: { aa: ['a.example'] }, adobeRules: false, unknown: 'refuse', undecided: 'refuse', limit: 0, maxBytes: Infinity, onAction: () => undefined }],
  ])('are accepted: %j', (options) => {
    expect(() => readRequestOptions(options as RequestGateOptions)).not.toThrow()
  })
})
