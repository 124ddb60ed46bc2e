import fc from 'fast-check'
import { at, put } from '../../../lib/extension/views/path.js'

it.each([
  [{ a: { b: 1 } }, ['a', 'b'], 1],
  [{ a: { b: 1 } }, ['a'], { b: 1 }],
  [{ a: 'text' }, ['a', 'b'], undefined],
  [{ a: null }, ['a', 'b'], undefined],
  [{ a: ['b'] }, ['a', '0'], undefined],
  [{}, ['__proto__'], undefined],
  [undefined, ['a'], undefined],
])('finds in %j at %j %j', (tree, path, value) => {
  expect(at(tree, path)).toEqual(value)
})

it.each([
  [{ a: { b: 1, c: 2 } }, ['a', 'b'], 3, { a: { b: 3, c: 2 } }],
  [{}, ['a', 'b'], 3, { a: { b: 3 } }],
  [undefined, ['a'], 3, { a: 3 }],
  [{ a: 'text' }, ['a', 'b'], 3, { a: { b: 3 } }],
  [{ a: ['c'] }, ['a', 'b'], 3, { a: { b: 3 } }],
  [{ a: { b: 1 } }, ['a', 'b'], undefined, { a: {} }],
  [{ a: 1, b: 2 }, ['a'], undefined, { b: 2 }],
  [{ b: 2 }, ['a', 'c'], undefined, { b: 2 }],
])('makes of %j, with at %j %j, %j', (tree, path, value, made) => {
  const before = JSON.stringify(tree)
  expect(put(tree, path, value)).toEqual(made)
  expect(JSON.stringify(tree)).toBe(before)
})

it('finds what it put', () => {
  const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
  fc.assert(fc.property(fc.object(), path, fc.integer(), (tree, where, value) => expect(at(put(tree, where, value), where)).toBe(value)))
})
