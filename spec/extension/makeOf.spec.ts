import { invalidConfig } from '../../lib/core/errors.js'
import { makeOf } from '../../lib/extension/makeOf.js'

/** Makes what it is given, once nothing stands any more at one of the places. */
const makeWithout = (settings: object, ...places: string[]) => {
  const reported: unknown[] = []
  const before = JSON.stringify(settings)
  const make = (given: object) => {
    const place = places.find((one) => one.split('.').reduce<unknown>((part, key) => Object(part)[key], given) !== undefined)
    if (place) throw invalidConfig(place, 'x', 'another')
    return given
  }
  const made = makeOf(settings as Record<string, unknown>, make, (error) => void reported.push((error as Error).message), { least: true })
  expect(JSON.stringify(settings)).toBe(before)
  return { made, reported: reported.map((message) => /`(.*)`/.exec(String(message))?.[1]) }
}

it.each([
  [{ a: 1, b: 2 }, [], { a: 1, b: 2 }],
  [{ a: 1, b: 2 }, ['a'], { b: 2 }],
  [{ a: 1, b: 2, c: 3 }, ['a', 'c'], { b: 2 }],
  [{ a: { b: 1, c: 2 } }, ['a.b'], { a: { c: 2 } }],
  [{ a: { b: { c: 1 }, d: 2 } }, ['a.b.c'], { a: { b: {}, d: 2 } }],
])('makes of %j, with a fault at each of %j, %j', (settings, places, made) => {
  expect(makeWithout(settings, ...places)).toEqual({ made, reported: places })
})

it('leaves out what is nearest to the place of the fault', () => {
  const make = (given: object) => {
    if ('a' in given) throw invalidConfig('a.map', 'x', 'another')
    return given
  }
  expect(makeOf({ a: ['x'], b: 1 }, make, () => {}, {})).toEqual({ b: 1 })
})

it.each([invalidConfig('elsewhere', 'x', 'another'), Error('It broke.'), undefined])('makes of the least that will do where %s names none of the settings', (error) => {
  const reported: unknown[] = []
  const make = (given: object) => {
    if ('a' in given) throw error
    return given
  }
  expect(makeOf({ a: 1 }, make, (one) => void reported.push(one), { least: true })).toEqual({ least: true })
  expect(reported).toEqual([error])
})

it('makes of the least also what was mended before', () => {
  const make = (given: object) => {
    if ('a' in given) throw invalidConfig('a', 'x', 'another')
    if ('b' in given) throw Error('It broke.')
    return given
  }
  expect(makeOf({ a: 1, b: 2 }, make, () => {}, { least: true })).toEqual({ least: true })
})

it('throws what the least throws', () => {
  const fail = () => {
    throw Error('It broke.')
  }
  expect(() => makeOf({}, fail, () => {}, {})).toThrow('It broke.')
})
