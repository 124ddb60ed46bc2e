import fc from 'fast-check'
import { fromLines, toLines } from '../../../lib/extension/views/lines.js'

it.each([
  [{ C0002: ['aa', 'mediaaa'], C0004: 'aam' }, 'C0002 = aa, mediaaa\nC0004 = aam'],
  ['{"C0002":["aa"]}', '{"C0002":["aa"]}'],
  ['%Map%', '%Map%'],
  [{ aa: [{ name: '_ga' }] }, '{"aa":[{"name":"_ga"}]}'],
  [{ aa: [] }, '{"aa":[]}'],
  [{ aa: ['_ga', { name: '_gid' }] }, '{"aa":["_ga",{"name":"_gid"}]}'],
  [{ 'a=b': ['aa'] }, '{"a=b":["aa"]}'],
  [{ aa: ['a,b'] }, '{"aa":["a,b"]}'],
  [['aa'], '["aa"]'],
  [{}, ''],
  [undefined, ''],
])('shows %j as %j', (value, text) => {
  expect(toLines(value)).toBe(text)
})

it.each([
  ['C0002 = aa, mediaaa\n  \n C0004=aam ', false, { C0002: ['aa', 'mediaaa'], C0004: ['aam'] }],
  ['CHAT = chat', true, { CHAT: 'chat' }],
  ['aa = /^x=\\d$/i', false, { aa: ['/^x=\\d$/i'] }],
  [' { "aa": "x" }', false, { aa: 'x' }],
  ['  \n', false, undefined],
])('reads %j', (text, isSingle, map) => {
  expect(fromLines(text, isSingle)).toEqual(map)
})

it.each([
  ['C0002', false, '“C0002” must be of the form of the example.'],
  ['= aa', false, '“= aa” must be of the form of the example.'],
  ['CHAT = a, b', true, '“CHAT = a, b” must be of the form of the example.'],
  ['aa = x\naa = y', false, '“aa” stands there twice.'],
  ['{ "aa"', false, 'This JSON cannot be read.'],
])('says what is wrong with %j', (text, isSingle, message) => {
  expect(() => fromLines(text, isSingle)).toThrow(message)
})

it('reads back every map of lists that it shows', () => {
  const word = fc.stringMatching(/^[a-z_*/^$]{1,8}$/)
  fc.assert(fc.property(fc.dictionary(word, fc.array(word, { minLength: 1, maxLength: 3 }), { minKeys: 1 }), (map) => expect(fromLines(toLines(map), false)).toEqual(map)))
})
