import { createReader, toMap, toText } from '../../lib/core/createReader.js'

describe('an option', () => {
  const { given, read } = createReader({ here: 1, empty: '', nothing: null, off: false })

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
    expect(read('empty', 'anything', to)).toBeUndefined()
    expect(to).not.toHaveBeenCalled()
  })

  it('is what it means, or refused by its name', () => {
    expect(read('here', 'a number', (value) => Number(value) + 1)).toBe(2)
    expect(() => read('here', 'a text', toText(/./))).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: '[OptIn] `here` must be a text; it got 1.' }),
    )
  })
})

it.each([[null], [5], ['{}'], [[]], [true]])('settings are refused when they are no object: %j', (settings) =>
  expect(() => createReader(settings)).toThrow(expect.objectContaining({ code: 'invalid-config' })))

it('without settings nothing is given', () => expect(createReader(undefined).given('here')).toBeUndefined())

it.each([
  ['{"a":1}', { a: 1 }],
  [{ a: 1 }, { a: 1 }],
  ['[1]', undefined],
  ['nonsense', undefined],
  [[1], undefined],
  [5, undefined],
])('a map may also come as JSON text: %j', (value, map) => expect(toMap(value)).toEqual(map))
