import { copyOptions } from '../../lib/commands/copyOptions.js'

describe.each([
  ['with structuredClone', true],
  ['in a browser without it', false],
])('the copy of options, %s', (_, isThere) => {
  const before = globalThis.structuredClone
  beforeAll(() => {
    // jsdom has none: a stand-in that refuses what the real one refuses.
    const refusing = (value: unknown): unknown => {
      const text = JSON.stringify(value, (__, one: unknown) => {
        if (typeof one === 'function' || one instanceof Node) throw new Error('DataCloneError')
        return one
      })
      return text === undefined ? undefined : JSON.parse(text)
    }
    globalThis.structuredClone = (isThere ? refusing : undefined) as typeof structuredClone
  })
  afterAll(() => {
    globalThis.structuredClone = before
  })

  it.each([[{ xdm: { web: [1, { page: 'a' }] } }], [[1, [2]]], ['text'], [5], [undefined], [null], [true]])('is equal: %p', (value) => {
    expect(copyOptions(value)).toEqual(value)
  })

  it('does not change with the original', () => {
    const options = { xdm: { pages: ['a'] } }
    const copy = copyOptions(options)
    options.xdm.pages.push('b')
    options.xdm = { pages: [] }
    expect(copy).toEqual({ xdm: { pages: ['a'] } })
  })

  it('keeps what cannot be copied, and copies what is around it', () => {
    const getPlayerDetails = () => 1
    const options = { getPlayerDetails, element: document.body, xdm: { pages: ['a'] } }
    const copy = copyOptions(options)
    options.xdm.pages.push('b')
    expect(copy.getPlayerDetails).toBe(getPlayerDetails)
    expect(copy.element).toBe(document.body)
    expect(copy.xdm).toEqual({ pages: ['a'] })
  })
})
