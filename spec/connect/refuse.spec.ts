import { refuse } from '../../lib/connect/refuse.js'

describe('refuse', () => {
  it.each([
    ['nonsense', '"nonsense"'],
    [undefined, 'undefined'],
    [5, '5'],
    [globalThis, '{}'],
  ])('names the option, what it accepts and that it got %p', (got, shown) => {
    expect(() => refuse('x.map', got, 'made of known categories')).toThrow(
      expect.objectContaining({ name: 'OptInError', code: 'invalid-config', message: `[OptIn] \`x.map\` must be made of known categories; it got ${shown}.` }),
    )
  })
})
