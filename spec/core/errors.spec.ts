import { checkKinds, invalidConfig, OptInError, show } from '../../lib/core/errors.js'

describe('errors', () => {
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

const kinds = { sdk: 'function', limit: 'number', ungated: 'list', commands: 'object' }
const checked = (options: object) => () => checkKinds(options, kinds)

describe('the kind of an option', () => {
  it.each([[{}], [{ sdk: undefined }], [{ sdk: () => 1, limit: 0, ungated: [], commands: {} }], [{ other: 5 }]])('is right in %j', (options) => {
    expect(checked(options)).not.toThrow()
  })

  it.each([
    [{ sdk: 5 }, '`sdk` must be of type function; it got 5.'],
    [{ limit: '5' }, '`limit` must be of type number; it got "5".'],
    [{ ungated: { 0: 'a' } }, '`ungated` must be of type list; it got {"0":"a"}.'],
    [{ commands: [] }, '`commands` must be of type object; it got [].'],
  ])('is wrong in %j, and named', (options, message) => {
    expect(checked(options)).toThrow(OptInError)
    expect(checked(options)).toThrow(message)
  })

  it('is asked only of the options that are named', () => {
    expect(() => checkKinds({ toString: 5 }, {})).not.toThrow()
  })
})
