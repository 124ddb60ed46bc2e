import { reporterOf } from '../../lib/server/reporterOf.js'

describe('an error on a server', () => {
  const error = new Error('broken')

  it('is told to `onError`', () => {
    const onError = jest.fn()
    reporterOf({ onError })(error)
    expect(onError.mock.calls).toEqual([[error]])
  })

  it.each([
    ['there is nobody to tell', {}],
    ['there are no settings', undefined],
    ['telling it fails', { onError: () => { throw new Error('broken too') } }],
  ])('stops nothing when %s', (_, config) => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => reporterOf(config)(error)).not.toThrow()
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })
})
