import { crc32 } from '../../lib/connect/crc32.js'

describe('crc32', () => {
  it.each([
    // The check value of the standard, and hashes that ECID's own plugin was recorded to keep.
    ['123456789', 0xcbf43926],
    ['', 0],
    ['TC-111', parseInt('3cvodgn', 32)],
    ['TC-000', parseInt('2r24nfn', 32)],
    ['undefined', parseInt('3vdoc2f', 32)],
  ])('of %j is the one that others compute', (text, hash) => {
    expect(crc32(text)).toBe(hash)
  })
})
