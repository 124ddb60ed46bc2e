import { invalidConfig } from '../../lib/core/errors.js'
import { leaveOut, placeOf } from '../../lib/extension/leaveOut.js'

it.each([
  [invalidConfig('rules.aa[0]', 5, 'a name'), ['rules', 'aa', '0']],
  [invalidConfig('isIabContext', 5, 'true or false'), ['isIabContext']],
  [Error('It broke'), []],
  [undefined, []],
])('reads the place of the fault from %s', (error, place) => {
  expect(placeOf(error)).toEqual(place)
})

it.each([
  [{ a: 1, b: 2 }, ['a'], { b: 2 }],
  [{ a: { b: 1, c: 2 } }, ['a', 'b'], { a: { c: 2 } }],
  [{ a: ['x', 'y', 'z'] }, ['a', '1'], { a: ['x', 'z'] }],
  [{ a: 1 }, ['b'], { a: 1 }],
  [{ a: 1 }, ['a', 'b'], { a: 1 }],
  [{ a: 1 }, [], { a: 1 }],
])('of %j leaves out %j', (settings, place, left) => {
  const before = JSON.stringify(settings)
  expect(leaveOut(settings, place)).toEqual(left)
  expect(JSON.stringify(settings)).toBe(before)
})
