import fc from 'fast-check'
import { createMatcher, type GateRules, listRules, rememberNames } from '../../lib/gate/rules'

const matcherOf = (rules?: GateRules, hasAdobe?: boolean) => createMatcher(listRules(rules, hasAdobe))

describe('the rules of the gate', () => {
  const rules: GateRules = {
    shop: ['basket', 'cart_*', 'a*z', /^re\d+$/i, { name: 'only', store: 'localStorage' }, { name: 'far', domain: 'x.test' }],
    other: ['cart_special_*', 'a.b', /^re/],
  }
  it.each([
    ['an exact name', 'basket', 'shop'],
    ['nothing but that name', 'basket2', undefined],
    ['nothing of another case', 'Basket', undefined],
    ['a prefix', 'cart_1', 'shop'],
    ['the prefix alone', 'cart_', 'shop'],
    ['no part of the prefix', 'cart', undefined],
    ['the first of two that fit', 'cart_special_1', 'shop'],
    ['a star inside', 'a--z', 'shop'],
    ['a star inside that stands for nothing', 'az', 'shop'],
    ['a star inside, to the very end', 'azb', undefined],
    ['a line break under a star', 'a\nz', 'shop'],
    ['a dot as a dot', 'aXb', undefined],
    ['an expression', 'RE12', 'shop'],
    ['the next expression that fits', 'rex', 'other'],
    ['an object', 'far', 'shop'],
    ['an object of another store', 'only', undefined],
    ['no name of Object.prototype', 'constructor', undefined],
    ['no __proto__', '__proto__', undefined],
  ])('knows %s', (_, name, category) => {
    const match = matcherOf(rules)
    expect(match('cookie', name)).toBe(category)
    expect(match('cookie', name)).toBe(category)
  })

  it('keeps a rule of one store to that store', () => {
    const match = matcherOf(rules)
    expect([match('localStorage', 'only'), match('sessionStorage', 'only')]).toEqual(['shop', undefined])
  })

  it('answers the same every time for an expression that remembers', () => {
    const match = matcherOf({ shop: [/x/g, /y/y] })
    expect(['x1', 'x2', 'x3', 'y1', 'y2'].map((name) => match('cookie', name))).toEqual(Array(5).fill('shop'))
  })

  it('lets the page say otherwise of a name Adobe uses too', () => {
    expect(matcherOf({ shop: ['s_*'] })('cookie', 's_cc')).toBe('shop')
  })

  it.each(['adobeujs-optin', 'visitor-opt-in', 'kndctr_X_AdobeOrg_consent', 'kndctr_X_AdobeOrg_consent_check'])(
    'never names %s, whatever the rules say',
    (name) => {
      expect(matcherOf({ shop: ['*', /./, name] })('cookie', name)).toBe('')
      expect(matcherOf({ shop: ['*'] })('cookie', `${name}2`)).toBe('shop')
    },
  )

  it('answers as a plain search through the rules would', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '_', '.'), minLength: 1, maxLength: 5 })
    const rule = fc.oneof(name, name.map((text) => `${text}*`))
    fc.assert(
      fc.property(fc.array(rule), name, (list, asked) => {
        const isNamed = list.some((text) => (text.endsWith('*') ? asked.startsWith(text.slice(0, -1)) : asked === text))
        expect(matcherOf({ shop: list }, false)('cookie', asked)).toBe(isNamed ? 'shop' : undefined)
      }),
    )
  })

  it('are asked once for a name in a store', () => {
    const asked = jest.fn((_store: string, name: string) => (name === 'n1' ? 'shop' : undefined))
    const match = rememberNames(asked)
    for (let i = 0; i < 3; i++) expect([match('cookie', 'n1'), match('localStorage', 'n1'), match('cookie', 'm1')]).toEqual(['shop', 'shop', undefined])
    expect(asked.mock.calls).toEqual([['cookie', 'n1'], ['localStorage', 'n1'], ['cookie', 'm1']])
  })

  it('stay right when a page makes names without end', () => {
    const match = rememberNames(matcherOf({ shop: ['n*'] }))
    for (let i = 0; i < 5000; i++) match('cookie', `n${i}`)
    expect([match('cookie', 'n1'), match('cookie', 'm1')]).toEqual(['shop', undefined])
  })
})
