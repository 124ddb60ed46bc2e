import fc from 'fast-check'
import { toDecision } from '../../lib/connect/toDecision.js'

const categories = { ANALYTICS: 'aa', TARGET: 'target', ECID: 'ecid', CHAT: 'chat', 'OUR THING': 'constructor' }
const say = (voices: Readonly<Record<string, unknown>>) => (id: string) => voices[id]
const read = (map: object, matchesAny?: boolean, ecidFollows?: boolean) => toDecision('x.map', map as never, categories, matchesAny, ecidFollows)

describe('toDecision', () => {
  describe('with several ids for one category', () => {
    it.each([
      // any, voices, what the category becomes
      [false, { a: true, b: true }, true],
      [false, { a: true, b: false }, false],
      [false, { a: false, b: undefined }, false],
      [false, { a: true, b: undefined }, undefined],
      [true, { a: true, b: false }, true],
      [true, { a: true, b: undefined }, true],
      [true, { a: false, b: false }, false],
      [true, { a: false, b: undefined }, undefined],
    ] as const)('of which any is enough: %j, of %j gives %j', (matchesAny, voices, permission) => {
      expect(read({ a: 'aa', b: 'aa' }, matchesAny, false)(say(voices))).toEqual(permission === undefined ? {} : { aa: permission })
    })
  })

  it.each(['true', 1, 'yes', null, {}, undefined, NaN])('takes %j for no answer', (voice) => {
    expect(read({ a: 'aa' })(() => voice)).toEqual({})
  })

  describe('ecid, where no id is mapped to it', () => {
    it.each([
      [{ a: true, b: false }, true],
      [{ a: false, b: false }, false],
      [{ a: false, b: undefined }, false],
    ])('follows the others: %j makes it %j', (voices, ecid) => {
      expect(read({ a: 'aa', b: 'target' })(say(voices))).toMatchObject({ ecid })
    })

    it('is left alone where it is told to', () => {
      expect(read({ a: 'aa' }, false, false)(() => true)).toEqual({ aa: true })
    })
  })

  it('follows the ids of ecid where there are some', () => {
    expect(read({ a: 'aa', b: 'ecid' })(say({ a: true, b: false }))).toEqual({ aa: true, ecid: false })
  })

  it('approves, whatever is said, only what has a yes and, where all must agree, nothing else', () => {
    const voice = fc.constantFrom(true, false, undefined, 'true', 0)
    fc.assert(
      fc.property(fc.array(voice, { minLength: 1 }), fc.boolean(), (voices, matchesAny) => {
        const map = Object.fromEntries(voices.map((_, index) => [`${index}`, 'aa']))
        const decision = read(map, matchesAny, false)((id) => voices[Number(id)])
        expect(decision.aa === true).toBe(matchesAny ? voices.includes(true) : voices.every((one) => one === true))
      }),
    )
  })

  it.each([
    [{ a: 'aa' }, ['aa']],
    [{ a: ['aa', 'target'], b: ['aa'] }, ['aa', 'target']],
    [{ a: 'ANALYTICS', b: 'aa' }, ['aa']],
    [{ a: ['CHAT'] }, ['chat']],
    [{ a: 'OUR THING' }, ['constructor']],
    [{ a: [] }, []],
    [{ __proto__: { a: 'aa' }, b: 'target' }, ['target']],
    [JSON.parse('{"__proto__":"aa"}'), ['aa']],
  ])('reads %j as a map to %j', (map, decided) => {
    expect(Object.keys(read(map, false, false)(() => true)).sort()).toEqual(decided)
  })

  it.each(['nonsense', 'toString', '__proto__', 'constructor ', 5, null])('refuses the category %j', (category) => {
    expect(() => read({ a: [category] })).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining(`\`x.map\` must be made of known categories; it got ${JSON.stringify(category)}`) }),
    )
  })
})
