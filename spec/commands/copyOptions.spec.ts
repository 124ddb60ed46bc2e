import { copyOptions } from '../../lib/commands/copyOptions.js'

describe('the options of a call', () => {
  it('are those of the moment of the call', () => {
    const options = { list: [{ at: 1 }], when: new Date(0) }
    const copy = copyOptions(options)
    options.list[0]!.at = 2
    expect(copy).toEqual({ list: [{ at: 1 }], when: new Date(0) })
  })

  it('keep what no copy can be made of, and copy the rest', () => {
    const run = () => {}
    const options = { run, list: [1, { run }], text: 'x' }
    const copy = copyOptions(options)
    options.text = 'y'
    expect(copy).toEqual({ run, list: [1, { run }], text: 'x' })
    expect(copy.list).not.toBe(options.list)
  })

  it.each([undefined, null, 'text', 5])('may be %p', (options) => {
    expect(copyOptions(options)).toBe(options)
  })
})
