import { readPurposes } from '../../lib/commands/purposes.js'

describe('purposes', () => {
  it.each([
    ['all', true],
    ['ALL', true],
    ['none', false],
    ['None', false],
    [{ aa: true }, { aa: true }],
  ])('%p are %p', (purposes, decision) => {
    expect(readPurposes(purposes)).toEqual(decision)
  })

  it.each([
    ['some', 'some'],
    [['all'], 'all'],
    [{}, '[object Object]'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
  ])('%p are refused', (purposes, received) => {
    expect(() => readPurposes(purposes)).toThrow(`Opt-in purposes must be "all" or "none". Received: ${received}`)
  })
})
