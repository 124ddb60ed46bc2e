import { copyOptions } from '../../lib/commands/copyOptions.js'

describe('the copy of options', () => {
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

  it('has the own keys of an object, whatever made it', () => {
    const bare = Object.assign(Object.create(null), { pages: ['a'] })
    const copy = copyOptions({ bare })
    bare.pages.push('b')
    expect(copy.bare).toEqual({ pages: ['a'] })
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
