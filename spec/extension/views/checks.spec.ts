import { Categories } from '../../../lib/core/categories.js'
import { checks, isElement } from '../../../lib/extension/views/checks.js'

const known = { ...Categories, CHAT: 'chat' }
const check = (name: string, value: unknown) => checks[name]?.(value as never, known)

it.each([
  ['%Name%', true],
  ['%My name%', true],
  ['a %Name%', false],
  ['%Name% a', false],
  ['%%', false],
  ['Name', false],
  [undefined, false],
])('%j is a data element: %s', (value, is) => {
  expect(isElement(value)).toBe(is)
})

it.each([
  ['domain', ['example.com', '.example.com', 'localhost', '%Domain%', 'shop.%Domain%']],
  ['expiry', ['0', '3600', 'SESSION', 'NONE', '%Days%']],
  ['name', ['alloy', '$alloy2', 'my$', 'a', '%Name%']],
  ['categories', [['aa', 'TARGET', 'chat', '%Some%'], []]],
  ['category', ['aa', 'CHAT', '%Which%']],
  ['permissions', ['%All%', '{"aa":true,"CHAT":"false"}', { aa: '%Aa%' }]],
  ['map', [{ C0002: ['aa', 'chat'], C0003: 'target' }]],
  ['rules', [{ aa: ['x'], CHAT: ['y'] }]],
  ['names', [{ SHOP: 'shop' }]],
])('%s accepts %j', (name, values) => {
  for (const value of values) expect([value, check(name, value)]).toEqual([value, undefined])
})

it.each([
  ['domain', ['x; secure', 'https://example.com', 'a b', '50%', '%%']],
  ['expiry', ['soon', '-1', '1.5', '1e5']],
  ['name', ['my alloy', 'window.alloy', '1']],
  ['categories', [['nonsense'], ['aa', 'constructor']]],
  ['category', ['nonsense']],
  ['permissions', ['yes', '{}', '[]', '{"aa":"maybe"}', '{"nonsense":true}', '{"aa":']],
  ['map', [{ C0002: ['nonsense'] }, { C0002: 'nonsense' }]],
  ['rules', [{ nonsense: ['x'] }]],
  ['names', [{ ANALYTICS: 'x' }, { SHOP: 'aa' }, { SHOP: '' }, { A: 'x', B: 'x' }]],
])('%s refuses %j', (name, values) => {
  for (const value of values) expect([value, check(name, value)]).toEqual([value, expect.stringMatching(/\S+ .*\.$/)])
})

it('says which category there is not, and which there are', () => {
  expect(check('category', 'nonsense')).toContain('“nonsense” is no category. There are aam, adcloud, aa, campaign, ecid, livefyre, target, mediaaa, chat;')
})
