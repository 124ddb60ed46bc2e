import { createReader, toText } from '../../lib/core/createReader.js'

describe('an option', () => {
  const read = createReader({ here: 1, empty: '', nothing: null, off: false })
  const given = (name: string) => read(name, (value) => value)

  it.each([
    ['here', 1],
    ['off', false],
    ['empty', undefined],
    ['nothing', undefined],
    ['missing', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('is given or not: %s', (name, value) => expect(given(name)).toBe(value))

  it('is not asked what it means when it is not given', () => {
    const to = jest.fn()
    expect(read('empty', to, 'anything')).toBeUndefined()
    expect(to).not.toHaveBeenCalled()
  })

  it('is what it means, or refused by its name', () => {
    expect(read('here', (value) => Number(value) + 1, 'a number')).toBe(2)
    expect(() => read('here', toText(/./), 'a text')).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: '[OptIn] `here` must be a text; it got 1.' }),
    )
  })
})

it('an option is a switch unless it is said how to read it', () => {
  const read = createReader({ on: 'true', off: false, neither: 'perhaps' })
  expect([read('on'), read('off'), read('missing')]).toEqual([true, false, undefined])
  expect(() => read('neither')).toThrow('`neither` must be true or false; it got "perhaps".')
})

it.each([[null], [5], ['{}'], [[]], [true]])('settings are refused when they are no object: %j', (settings) =>
  expect(() => createReader(settings)).toThrow(expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining('`config` must be an object of settings; it got ') })))

it('without settings nothing is given', () => expect(createReader(undefined)('here')).toBeUndefined())
