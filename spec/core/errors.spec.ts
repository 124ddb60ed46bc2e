import { invalidConfig, OptInError, show } from '../../lib/core/errors.js'

describe('errors', () => {
  it('are errors with a stable code', () => {
    const cause = new Error('why')
    const error = new OptInError('declined', 'No.', { cause })
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'OptInError', code: 'declined', message: 'No.', cause })
    expect(String(error)).toBe('OptInError: No.')
  })

  it('name the option, what it got and what it accepts', () => {
    expect(invalidConfig('gate', 5, 'a connector')).toMatchObject({ code: 'invalid-config', message: '[OptIn] `gate` must be a connector; it got 5.' })
  })

  it.each([
    ['text', '"text"'],
    [undefined, 'undefined'],
    [{ a: 1 }, '{"a":1}'],
    [10n, 'bigint'],
    ['x'.repeat(200), `"${'x'.repeat(79)}`],
  ])('show %p as %s', (value, text) => {
    expect(show(value)).toBe(text)
  })
})
