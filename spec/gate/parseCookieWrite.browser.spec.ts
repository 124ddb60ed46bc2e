/** What is read from a text, beside what a real browser makes of it. */
import fc from 'fast-check'
import { isRemoval, nameOf } from '../../lib/gate/parseCookieWrite.js'
import type { TestPage } from '../tools/browser.js'
import { eachBrowser } from '../tools/browser.js'
import type { Site } from '../tools/site.js'
import { openSite } from '../tools/site.js'

const blank = fc.constantFrom('', '', '', ' ', '\t', ' \t ')
const around = (text: fc.Arbitrary<string>) => fc.tuple(blank, text, blank).map((parts) => parts.join(''))
const letters = fc.oneof(fc.constantFrom('a', 'b', 'aa_1', 'A', '__Host-a', '__Secure-a', 'čaj', 'a b', 'a"b', '{}', '__proto__', ''), fc.string({ maxLength: 6 }), fc.string({ unit: 'binary', maxLength: 4 }))
const value = fc.oneof(fc.constantFrom('', '1', '"x y"', 'a=b', '=', '%3B', 'x'.repeat(4_000), 'x'.repeat(5_000)), fc.string({ maxLength: 8 }))
const pair = fc.oneof({ weight: 8, arbitrary: fc.tuple(around(letters), around(value)).map((both) => both.join('=')) }, { weight: 1, arbitrary: around(letters) }, { weight: 1, arbitrary: around(letters).map((text) => `=${text}`) })

const seconds = fc.constantFrom('0', '-1', '1000', '60', '-99999999999', '00', 'soon', '', '-0')
const dates = fc.constantFrom('Thu, 01 Jan 1970 00:00:00 GMT', 'Thu, 01-Jan-1970 00:00:01 GMT', 'Fri, 31 Dec 2100 23:59:59 GMT', 'Tue, 03 Feb 2015 04:05:06 GMT', 'Sat, 01-Jan-2050 00:00:00 GMT', 'nonsense', '0', '')
const cased = (text: string) => fc.constantFrom(text, text.toLowerCase(), text.toUpperCase())
const attribute = fc.oneof(
  fc.tuple(around(cased('Max-Age')), around(seconds)).map((both) => both.join('=')),
  fc.tuple(around(cased('Expires')), around(dates)).map((both) => both.join('=')),
  fc.tuple(around(cased('Path')), around(fc.constantFrom('/', '/shop', '/shop/', '', '/other', 'x'))).map((both) => both.join('=')),
  fc.tuple(cased('Domain'), fc.constantFrom('example.test', '.example.test', 'shop.example.test', 'other.test', '')).map((both) => both.join('=')),
  fc.constantFrom('Secure', 'HttpOnly', 'SameSite=Lax', 'SameSite=None', 'colour=red', '', ' ', 'Max-Age', 'expires', 'Partitioned', 'Secure=no', 'x-max-age=0'),
)
const text = fc.tuple(pair, fc.array(attribute, { maxLength: 4 })).map(([first, rest]) => [first, ...rest].join(';'))

/** What the browser lists after each text alone, and after it where the same cookie stood before. */
const listedIn = (tab: TestPage, texts: readonly string[]) =>
  tab.evaluate((texts) => {
    // The last attribute counts.
    const clear = (text: string) => {
      if (document.cookie) document.cookie = `${text}; Max-Age=0`
      if (document.cookie) throw new Error(`${document.cookie} is left of ${text}`)
    }
    const seed = (text: string) => text.replace(/;[ \t]*(max-age|expires)[ \t]*=[^;]*/gi, '')
    return texts.map((text) => {
      document.cookie = text
      const alone = document.cookie
      clear(text)
      document.cookie = seed(text)
      const before = document.cookie
      document.cookie = text
      const after = document.cookie
      clear(text)
      return { alone, before, after }
    })
  }, texts)

describe('reading what is given to document.cookie', () => {
  let site: Site
  beforeAll(async () => {
    site = await openSite({ '/shop/': '<!doctype html><title>Shop</title>' })
  })
  afterAll(() => site.close())

  eachBrowser(['chromium'], 'as the browser does', (browser) => {
    it('tells the name it stores, and stores nothing where it tells a removal', async () => {
      const context = await browser().newContext()
      const tab = await context.newPage()
      await tab.goto(site.url('shop.example.test', '/shop/'))
      const texts = fc.sample(text, 1_000)
      const listed = await listedIn(tab, texts)
      const wrong = texts.flatMap((text, at) => {
        const { alone, before, after } = listed[at]!
        const names = alone ? [nameOf(alone)] : []
        // A text that the browser refuses whole leaves what was there.
        const isRefused = before === ''
        const faults = [
          ...names.filter((name) => name !== nameOf(text)).map((name) => `stored as ${JSON.stringify(name)}, read as ${JSON.stringify(nameOf(text))}`),
          ...(isRemoval(text) && alone ? ['read as a removal, and stored'] : []),
          ...(!isRefused && isRemoval(text) !== (after === '') ? [`read as ${isRemoval(text) ? 'a removal' : 'a write'}, and there was ${JSON.stringify(before)}, then ${JSON.stringify(after)}`] : []),
        ]
        return faults.map((fault) => `${JSON.stringify(text).slice(0, 200)}: ${fault.slice(0, 200)}`)
      })
      expect(listed.filter(({ alone }) => alone).length).toBeGreaterThan(250)
      expect(listed.filter(({ before, after }) => before && !after).length).toBeGreaterThan(60)
      expect(wrong).toEqual([])
      await context.close()
    })
  })
})
