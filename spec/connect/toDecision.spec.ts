import fc from 'fast-check'
import { toDecision } from '../../lib/connect/toDecision.js'

const say = (voices: Readonly<Record<string, unknown>>) => (id: string) => voices[id]

describe('toDecision', () => {
  describe('with several ids for one category', () => {
    it.each([
      // match, voices, what the category becomes
      ['all', { a: true, b: true }, true],
      ['all', { a: true, b: false }, false],
      ['all', { a: false, b: undefined }, false],
      ['all', { a: true, b: undefined }, undefined],
      ['any', { a: true, b: false }, true],
      ['any', { a: true, b: undefined }, true],
      ['any', { a: false, b: false }, false],
      ['any', { a: false, b: undefined }, undefined],
    ] as const)('%s of %j gives %j', (match, voices, permission) => {
      expect(toDecision(say(voices), { aa: ['a', 'b'] }, match, false)).toEqual(permission === undefined ? undefined : { aa: permission })
    })
  })

  it.each(['true', 1, 'yes', null, {}, undefined, NaN])('takes %j for no answer', (voice) => {
    expect(toDecision(() => voice, { aa: ['a'] })).toBeUndefined()
  })

  describe('ecid, where no id is mapped to it', () => {
    it.each([
      [{ a: true, b: false }, true],
      [{ a: false, b: false }, false],
      [{ a: false, b: undefined }, false],
    ])('follows the others: %j makes it %j', (voices, ecid) => {
      expect(toDecision(say(voices), { aa: ['a'], target: ['b'] })).toMatchObject({ ecid })
    })

    it('is left alone where it is told to', () => {
      expect(toDecision(() => true, { aa: ['a'] }, 'all', false)).toEqual({ aa: true })
    })
  })

  it('follows the ids of ecid where there are some', () => {
    expect(toDecision(say({ a: true, b: false }), { aa: ['a'], ecid: ['b'] })).toEqual({ aa: true, ecid: false })
  })

  it('approves, whatever is said, only what has a yes and, where all must agree, nothing else', () => {
    const voice = fc.constantFrom(true, false, undefined, 'true', 0)
    fc.assert(
      fc.property(fc.array(voice, { minLength: 1 }), fc.constantFrom('all' as const, 'any' as const), (voices, match) => {
        const ids = voices.map((_, index) => `${index}`)
        const decision = toDecision((id) => voices[Number(id)], { aa: ids }, match, false)
        const wanted = match === 'all' ? voices.every((one) => one === true) : voices.includes(true)
        expect(decision?.aa === true).toBe(wanted)
      }),
    )
  })
})
