import type { RequestGateOptions } from '../../../lib/gate/requests/readRequestOptions'
import { readRequestOptions } from '../../../lib/gate/requests/readRequestOptions'

describe('the settings of the request gate', () => {
  it.each([
    [{ rules: null }, '`rules`'],
    [{ rules: 'x' }, '`rules`'],
    [{ limit: -1 }, '`limit`'],
    [{ limit: '5' }, '`limit`'],
    [{ maxBytes: NaN }, '`maxBytes`'],
  ])('are refused and named: %j', (options, named) => {
    const reading = () => readRequestOptions(options as unknown as RequestGateOptions)
    expect(reading).toThrow(expect.objectContaining({ code: 'invalid-config' }))
    expect(reading).toThrow(named)
  })

  it.each([
    [{}],
    [{ rules: { aa: ['a.example'] }, limit: 0, maxBytes: Infinity }],
  ])('are accepted: %j', (options) => {
    expect(() => readRequestOptions(options as RequestGateOptions)).not.toThrow()
  })
})
