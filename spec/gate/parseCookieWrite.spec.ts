import fc from 'fast-check'
import { isRemoval, keyOf, nameOf, placeOf } from '../../lib/gate/parseCookieWrite'

describe('a text given to document.cookie', () => {
  it.each([
    ['a=1', 'a'],
    ['a=1; Path=/', 'a'],
    [' \t a \t =1', 'a'],
    ['a=', 'a'],
    ['a=b=c', 'a'],
    ['=a=b', 'a'],
    ['==a=b', 'a'],
    ['a b=1', 'a b'],
    ['__Host-a=1; Secure; Path=/', '__Host-a'],
    ['A=1', 'A'],
    ['čaj=1', 'čaj'],
    ['__proto__=1', '__proto__'],
    ['a', ''],
    ['=a', ''],
    ['', ''],
    ['; Path=/', ''],
    ['a; b=c', ''],
    ['a\n=1', ''],
    ['a\0b=1', ''],
  ])('%j goes by the name %j', (text, name) => {
    expect(nameOf(text)).toBe(name)
  })

  const past = 'Thu, 01 Jan 1970 00:00:00 GMT'
  const future = 'Fri, 31 Dec 2100 23:59:59 GMT'
  it.each([
    ['a=1', false],
    ['a=1; Max-Age=0', true],
    ['a=1; Max-Age=-1', true],
    ['a=1;MAX-AGE=-99999999999999', true],
    ['a=1; max-age =\t0', true],
    ['a=1; Max-Age=1', false],
    ['a=1; Max-Age=0; Max-Age=60', false],
    ['a=1; Max-Age=60; Max-Age=0', true],
    ['a=1; Max-Age=soon', false],
    ['a=1; Max-Age=', false],
    [`a=1; Expires=${past}`, true],
    [`a=1; expires=${past}; Path=/`, true],
    ['a=1; Expires=Thu, 01-Jan-1970 00:00:01 GMT', true],
    [`a=1; Expires=${future}`, false],
    [`a=1; Expires=${past}; Expires=${future}`, false],
    ['a=1; Expires=0', false],
    ['a=1; Expires=nonsense', false],
    [`a=1; Max-Age=60; Expires=${past}`, false],
    [`a=1; Expires=${future}; Max-Age=0`, true],
    [`a=1; Max-Age=; Expires=${past}`, true],
    [`a=1; Max-Age=soon; Expires=${past}`, true],
    ['a=1; Max-Age=0; Max-Age', false],
    [`a=1; Expires=${past}; expires ;Path=/`, false],
    ['a=1; Max-Age=0; Max-Age-x', true],
    ['a=Max-Age=0', false],
    ['a=1; x-Max-Age=0', false],
    ['a=1; Max-Age-x=0', false],
    ['a=1\n; Max-Age=0', false],
  ])('%j is a removal: %j', (text, expected) => {
    expect(isRemoval(text)).toBe(expected)
  })

  it('is a removal from the moment it expires', () => {
    jest.useFakeTimers({ now: Date.UTC(2030, 0, 1) })
    const text = 'a=1; Expires=Tue, 01 Jan 2030 00:00:10 GMT'
    expect(isRemoval(text)).toBe(false)
    jest.advanceTimersByTime(10_000)
    expect(isRemoval(text)).toBe(true)
    jest.useRealTimers()
  })

  it('tells the attributes that make a cookie another one, and no other', () => {
    expect(placeOf('a=1;Path=/x ; max-age=5; Domain=shop.test;HttpOnly; SECURE; SameSite=None; Partitioned; pathology=1')).toBe(
      ';Path=/x ; Domain=shop.test; SECURE; SameSite=None; Partitioned',
    )
    expect(placeOf('a=path=/; colour=red')).toBe('')
  })

  it.each([
    ['a=1', 'a=2; Max-Age=60', true],
    ['a=1; Path=/', 'a=2; Path=/; Expires=x', true],
    ['a=1; Path=/', 'a=1; Path=/x', false],
    ['a=1', 'b=1', false],
    ['a=1', `a=${'x'.repeat(5000)}`, false],
  ])('%s and %.20s stand for one cookie: %j', (one, other, expected) => {
    expect(keyOf(one) === keyOf(other)).toBe(expected)
  })

  it('never makes the parsing throw, nor a name that could hold attributes', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('=', ';', ' ', '\t', '\n', '\0', 'Max-Age', 'Expires', 'Path', 'a', '-1'))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        expect(nameOf(text)).not.toMatch(/[=;\0\r\n]/)
        expect(typeof isRemoval(text)).toBe('boolean')
        expect(placeOf(text)).not.toMatch(/;\s*(max-age|expires)/i)
        expect(keyOf(text)).toContain(nameOf(text))
      }),
    )
  })

  it('is read in a moment, however long it is', () => {
    const start = performance.now()
    for (const piece of ['=', ' ', ';', 'a', ' =', '; ', ';max-age', ';path=', '; expires=Jan ']) {
      const text = piece.repeat(200_000 / piece.length)
      nameOf(text)
      isRemoval(text)
      placeOf(text)
    }
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})
