import { checkOption, choose, idsByCategory } from '../../lib/connect/readOptions.js'

const categories = { ANALYTICS: 'aa', TARGET: 'target', CHAT: 'chat' }
const invalid = (...parts: string[]) =>
  expect.objectContaining({ name: 'OptInError', code: 'invalid-config', message: expect.stringMatching(new RegExp(parts.join('.*'))) })

describe('checkOption', () => {
  it('names the option, what it got and what it accepts', () => {
    expect(() => checkOption('x.y', 5, false, 'a word')).toThrow(invalid('x.y', 'a word', '5'))
  })

  it('lets pass what is fine', () => {
    expect(() => checkOption('x.y', 5, true, 'a word')).not.toThrow()
  })
})

describe('choose', () => {
  it('takes the first word where nothing is given', () => {
    expect(choose('x.y', ['one', 'two'])).toBe('one')
    expect(choose('x.y', ['one', 'two'], undefined)).toBe('one')
  })

  it('takes a word that is accepted', () => {
    expect(choose('x.y', ['one', 'two'], 'two')).toBe('two')
  })

  it.each(['three', null, '', 1])('refuses %j and says what is accepted', (got) => {
    expect(() => choose('x.y', ['one', 'two'], got as never)).toThrow(invalid('x.y', 'one or two'))
  })
})

describe('idsByCategory', () => {
  it.each([
    [{ a: 'aa' }, { aa: ['a'] }],
    [{ a: ['aa', 'target'], b: ['aa'] }, { aa: ['a', 'b'], target: ['a'] }],
    [{ a: 'ANALYTICS', b: 'aa' }, { aa: ['a', 'b'] }],
    [{ a: ['CHAT'] }, { chat: ['a'] }],
    [{ a: [] }, {}],
    [{ __proto__: { a: 'aa' }, b: 'target' }, { target: ['b'] }],
    [JSON.parse('{"__proto__":"aa"}'), { aa: ['__proto__'] }],
  ])('turns %j round', (map, ids) => {
    expect({ ...idsByCategory('x.map', map as never, categories) }).toEqual(ids)
  })

  it.each(['nonsense', 'toString', '__proto__', 'constructor', 5, null])('refuses the category %j', (category) => {
    expect(() => idsByCategory('x.map', { a: [category] } as never, categories)).toThrow(invalid('x.map'))
  })
})
