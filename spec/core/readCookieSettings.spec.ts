import { createReader } from '../../lib/core/createReader.js'
import { readCookieSettings } from '../../lib/core/readCookieSettings.js'

const read = (settings: unknown) => readCookieSettings(createReader(settings))

it('the first of three names for the domain counts', () => {
  expect(read({ cookieDomain: 'c.test', optInCookiesDomain: 'b.test' }).domain).toBe('b.test')
  expect(read({ cookieDomain: 'c.test', optInCookieDomain: '' }).domain).toBe('c.test')
  expect(read({}).domain).toBeUndefined()
})

it('a domain that cannot be meant is refused also under the names that do not count', () =>
  expect(() => read({ optInCookieDomain: 'a.test', cookieDomain: 'b.test; secure' })).toThrow('cookieDomain'))

it('the flags stand as they are written in a line', () =>
  expect(read({ secureCookie: true, sameSiteCookie: 'None' }).flags).toBe('; secure; samesite=None'))

it.each([
  ['optInCookieDomain', 'a.test; secure'],
  ['cookieDomain', 'a.test\n'],
  ['cookieDomain', 'a b'],
  ['cookieDomain', 5],
  ['sameSiteCookie', 'Lax; secure'],
  ['sameSiteCookie', 'secure; Lax'],
  ['secureCookie', 'perhaps'],
  ['optInStorageExpiry', 'soon'],
  ['optInStorageExpiry', true],
  ['optInStorageExpiry', []],
  ['optInStorageExpiry', [60]],
  ['optInStorageExpiry', new Date(0)],
  ['optInStorageExpiry', Infinity],
])('what is no attribute is refused by its name: %s %j', (name, value) =>
  expect(() => read({ [name]: value })).toThrow(expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining(name) })))
