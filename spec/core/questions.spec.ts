import { addCategories, indexCategories } from '../../lib/core/categories.js'
import { areApproved, readCategories, readDecision } from '../../lib/core/questions.js'

const index = indexCategories(addCategories({ CHAT: 'chat' }))

describe('the categories of a call', () => {
  it.each([
    ['aa', ['aa']],
    ['ANALYTICS', ['aa']],
    [['aa', 'ECID', 'chat'], ['aa', 'ecid', 'chat']],
    [['aa', 'aa'], ['aa', 'aa']],
  ])('are read from %p', (input, values) => {
    expect(readCategories(index, input)).toEqual(values)
  })

  it.each([[undefined], [null], [''], [[]], ['nope'], ['AA'], [['aa', 'nope']], [['aa', undefined]], [[,]], [[['aa']]], [true], [5], [{}], [{ aa: true }], [() => {}], ['constructor'], ['__proto__'], [Symbol('aa')]])(
    'are refused when they are %p',
    (input) => {
      expect(() => readCategories(index, input)).toThrow(
        expect.objectContaining({
          code: 'invalid-category',
          message: expect.stringMatching(/^\[OptIn\] Invalid category\(-ies\)\. Please use the `OptIn\.Categories` enum\. It got .+\.$/),
        }),
      )
    },
  )
})

describe('a decision', () => {
  it('is read by value and by name, where a denial wins', () => {
    expect(readDecision(index, { aa: true, TARGET: false })).toEqual({ aa: true, target: false })
    expect(readDecision(index, { aa: true, ANALYTICS: false })).toEqual({ aa: false })
    expect(readDecision(index, { aa: false, ANALYTICS: true })).toEqual({ aa: false })
  })

  it.each([[{}], [undefined], [null], ['aa'], [{ nope: true }], [['aa']], [Object.create({ aa: true })]])('is refused when it is %p', (decision) => {
    expect(() => readDecision(index, decision)).toThrow(expect.objectContaining({ code: 'invalid-category' }))
  })

  it.each(['true', 1, null, undefined])('is refused when a permission is %p', (permission) => {
    expect(() => readDecision(index, { aa: true, target: permission })).toThrow(
      expect.objectContaining({ code: 'invalid-permission', message: expect.stringContaining(`"target" must be true or false; it got ${JSON.stringify(permission)}.`) }),
    )
  })
})

describe('approval', () => {
  const permissions = { aa: true, ecid: true, aam: false }
  it.each([
    ['aa', true],
    ['ANALYTICS', true],
    ['aam', false],
    [['aa', 'ECID'], true],
    [['aa', 'aam'], false],
    [['aa', 'nope'], false],
    [[], false],
    [undefined, false],
    [null, false],
    ['', false],
    ['nope', false],
    ['AA', false],
    [5, false],
    [{ aa: true }, false],
    ['constructor', false],
    ['__proto__', false],
    [['toString'], false],
  ])('of %p is %p', (categories, approved) => {
    expect(areApproved(permissions, index, categories)).toBe(approved)
  })

  it.each([[0], [false], [{}], ['nope'], [[[]]]])('of %p is none, though all there are are approved', (categories) =>
    expect(areApproved({ aa: true, ecid: true }, index, categories as unknown)).toBe(false))

  it.each([[undefined], [null], [''], [[]]])('of %p is that of all there are', (categories) => {
    expect(areApproved({ aa: true, ecid: true }, index, categories)).toBe(true)
    expect(areApproved({}, index, categories)).toBe(false)
  })
})
