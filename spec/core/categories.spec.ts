import { addCategories, Categories, indexCategories } from '../../lib/core/categories.js'

describe('categories', () => {
  it('are the eight of ECID, and cannot be changed', () => {
    expect(Categories).toEqual({
      AAM: 'aam',
      ADCLOUD: 'adcloud',
      ANALYTICS: 'aa',
      CAMPAIGN: 'campaign',
      ECID: 'ecid',
      LIVEFYRE: 'livefyre',
      TARGET: 'target',
      MEDIA_ANALYTICS: 'mediaaa',
    })
    expect(Object.isFrozen(Categories)).toBe(true)
  })

  it('grow by those of the page', () => {
    const all = addCategories({ CHAT: 'chat' })
    expect(all).toEqual({ ...Categories, CHAT: 'chat' })
    expect(Object.isFrozen(all)).toBe(true)
  })

  it.each([
    ['a name that exists', { ANALYTICS: 'mine' }],
    ['a value that exists', { MINE: 'aa' }],
    ['a value that is a name', { MINE: 'AAM' }],
    ['a name that is a value', { aa: 'mine' }],
    ['two of one value', { ONE: 'mine', TWO: 'mine' }],
    ['an empty value', { MINE: '' }],
    ['an empty name', { '': 'mine' }],
    ['a value that is no text', { MINE: 5 }],
    ['a name that no map can hold', JSON.parse('{ "__proto__": "mine" }')],
    ['a value that no map can hold', { MINE: '__proto__' }],
  ])('refuse %s', (_, own) => {
    expect(() => addCategories(own)).toThrow(expect.objectContaining({ code: 'invalid-config', message: expect.stringMatching(/`categories` must be a map of new names and new values, .*; it got {".*":.*}/) }))
  })

  it('are found by value and by name, and by nothing that every object has', () => {
    const index = indexCategories(addCategories({ CHAT: 'chat' }))
    expect([index('aa'), index('ANALYTICS'), index('CHAT'), index('chat')]).toEqual(['aa', 'aa', 'chat', 'chat'])
    expect([index('constructor'), index('__proto__'), index(undefined)]).toEqual([undefined, undefined, undefined])
  })
})
