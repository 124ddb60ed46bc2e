import { oneOf } from '../../lib/gate/oneOf'

describe('one of several values', () => {
  it('is fine', () => {
    expect(oneOf('unknown', 'allow', 'allow', 'refuse')).toBeUndefined()
  })

  it.each([['refused'], [''], [undefined], [null], [0]])('is not %j, which the error names with what is accepted', (value) => {
    expect(() => oneOf('unknown', value, 'allow', 'refuse')).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: expect.stringMatching(/`unknown` must be allow or refuse; it got /) }),
    )
  })
})
