import fc from 'fast-check'
import { fromText } from '../../lib/extension/fromText.js'

it.each([
  ['true', true],
  ['false', false],
  ['{"aa":"true"}', { aa: true }],
  [' ["aa", "{}"] ', ['aa', {}]],
  [{ map: '{"C1":["aa"]}', ecid: 'false', timeout: '' }, { map: { C1: ['aa'] }, ecid: false }],
  ['{ not json', '{ not json'],
  ['aa', 'aa'],
  ['', undefined],
  ['12', '12'],
  [5, 5],
  [undefined, undefined],
  [null, null],
])('%j means %j', (text, meant) => {
  expect(fromText(text)).toEqual(meant)
})

it('leaves what is neither text nor a plain map or list as it is', () => {
  const odd = [/a/, () => 1, new Date(0)]
  odd.forEach((one) => expect(fromText(one)).toBe(one))
})

it('makes no prototype of a key that is named like one', () => {
  const read = fromText('{"__proto__":{"polluted":"true"}}') as Record<string, unknown>
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  expect(read['polluted']).toBeUndefined()
})

it('reads the JSON text of a value as it reads the value', () => {
  const value = fc.letrec((tie) => ({
    node: fc.oneof(fc.boolean(), fc.constantFrom('aa', 'true', ''), fc.array(tie('node')), fc.dictionary(fc.constantFrom('a', 'b'), tie('node'))),
  })).node
  fc.assert(fc.property(fc.array(value), (given) => expect(fromText(JSON.stringify(given))).toEqual(fromText(given))))
})
