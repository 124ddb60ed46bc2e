import { checkOption } from '../../lib/connect/readOptions.js'

describe('checkOption', () => {
  it('names the option, what it got and what it accepts', () => {
    expect(() => checkOption('x.y', 5, 'all or any')).toThrow(
      expect.objectContaining({ name: 'OptInError', code: 'invalid-config', message: '[OptIn] `x.y` must be all or any; it got 5.' }),
    )
  })

  it.each([
    ['any', 'all or any', true],
    ['all', 'all or any', true],
    ['or', 'all or any', false],
    ['most', 'all or any', false],
    [null, 'all or any', false],
    ['', 'all or any', false],
    [5, 'a number', true],
    ['5', 'a number', false],
    [undefined, 'a number', false],
    [false, 'a boolean', true],
    ['false', 'a boolean', false],
    [() => {}, 'a function', true],
    [{}, 'a function', false],
  ])('of %p, where it must be %s: %p', (got, accepts, isFine) => {
    const check = () => checkOption('x.y', got, accepts)
    if (isFine) expect(check).not.toThrow()
    else expect(check).toThrow('`x.y` must be')
  })

  it('tells also of what leads back to itself', () => {
    expect(() => checkOption('x.y', globalThis, 'all or any')).toThrow('`x.y` must be all or any; it got object.')
  })

  it.each([true, 1, 'x'])('lets pass what is fine by a rule of its own: %p', (isFine) => {
    expect(() => checkOption('x.y', 'x', 'a rare thing', isFine)).not.toThrow()
  })

  it.each([false, 0, '', null])('refuses what is not fine by a rule of its own: %p', (isFine) => {
    expect(() => checkOption('x.y', 'a number', 'a number', isFine)).toThrow('`x.y` must be a number; it got "a number".')
  })
})
