import { OptInError } from '../../lib/core/errors.js'
import { readPurposes } from '../../lib/commands/purposes.js'

describe('the purposes of the optIn command', () => {
  it.each([
    ['all', true],
    ['ALL', true],
    ['All', true],
    ['none', false],
    ['NONE', false],
  ])('takes the word %p', (word, expected) => {
    expect(readPurposes(word)).toBe(expected)
  })

  it('takes a map as it is', () => {
    const map = { aa: true, target: false }
    expect(readPurposes(map)).toBe(map)
  })

  it('takes a map of a frame, and one without a prototype', () => {
    const frame = document.body.appendChild(document.createElement('iframe')).contentWindow as Window & typeof globalThis
    for (const map of [new frame.Object(), Object.create(null) as object]) expect(readPurposes(Object.assign(map, { aa: true }))).toBe(map)
  })

  it.each([
    ['some', 'some'],
    ['', ''],
    [' all', ' all'],
    ['allnone', 'allnone'],
    [['all'], 'all'],
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [5, '5'],
    [{}, '[object Object]'],
    [() => 'all', "() => 'all'"],
  ])('refuses %p in the words of the Web SDK', (purposes, shown) => {
    expect(() => readPurposes(purposes)).toThrow(new OptInError('invalid-category', `Opt-in purposes must be "all" or "none". Received: ${shown}`))
  })
})
