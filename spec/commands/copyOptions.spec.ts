import { runInNewContext } from 'node:vm'
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

  it.each([
    ['nothing', Object.assign(Object.create(null), { pages: ['a'] })],
    ['another frame', runInNewContext('({ pages: ["a"] })')],
  ])('has the own keys of a plain object, also of one that comes from %s', (_origin, plain: { pages: string[] }) => {
    const copy = copyOptions({ plain })
    plain.pages.push('b')
    expect(copy.plain).toEqual({ pages: ['a'] })
  })

  it('keeps what cannot be copied, and copies what is around it', () => {
    const getPlayerDetails = () => 1
    const price = new (class Price {
      readonly amount = 5
    })()
    const options = { getPlayerDetails, element: document.body, price, xdm: { pages: ['a'] } }
    const copy = copyOptions(options)
    options.xdm.pages.push('b')
    expect(copy.getPlayerDetails).toBe(getPlayerDetails)
    expect(copy.element).toBe(document.body)
    expect(copy.price).toBe(price)
    expect(copy.xdm).toEqual({ pages: ['a'] })
  })
})
