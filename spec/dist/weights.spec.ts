/** @jest-environment node */
import { spawnSync } from 'node:child_process'
import type { Weight } from './weights.js'
import { weightsTable, weightsToHold } from './weights.js'

describe('the weights', () => {
  // In a process of its own: bundling inside jest's realm would weigh jest's ways of loading too.
  const { stdout, stderr } = spawnSync(process.execPath, ['spec/dist/weigh.mjs', '--json'], { encoding: 'utf8' })
  const weights = stdout ? (JSON.parse(stdout) as Weight[]) : []

  it('are taken of every entry', () => {
    expect(stderr).toBe('')
    const names = weights.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(weightsToHold([]).map(({ name }) => name)))
    expect(names.filter((name) => name.startsWith('dist/adapters/')).length).toBeGreaterThan(10)
    expect(names.filter((name) => name.includes('/bridges/')).length).toBeGreaterThan(3)
  })

  it('are below their ceilings', () => {
    const heavy = weights.filter(({ bytes, ceiling }) => bytes > ceiling)
    expect(heavy.length && weightsTable(heavy)).toBe(0)
  })

  it('are of adapters that contain nothing of the core: a page has that already', () => {
    const adapters = weights.filter(({ name }) => name.startsWith('dist/adapters/'))
    expect(adapters.filter(({ files }) => files.some((file) => file.startsWith('core/') || file.startsWith('createOptIn')))).toEqual([])
    expect(adapters.every(({ files, name }) => files.includes(`${name.split(/[/.]/).slice(1, 3).join('/')}.ts`))).toBe(true)
  })

  it('are, of the request gate, of a bundle in which the cookie gate stands whole beside it', () => {
    const { files = [] } = weights.find(({ name }) => name.startsWith('requestGate')) ?? {}
    expect(files).toEqual(expect.arrayContaining(['gate/cookieGate.ts', 'gate/guardCookies.ts', 'gate/requests/requestGate.ts', 'gate/requests/standIn.ts']))
  })

  it.each(weights)('of $name is one of a bundle that holds something', ({ bytes }) => {
    expect(bytes).toBeGreaterThan(50)
  })
})

it('the table says which entry is too heavy, and by how much', () => {
  const weights = [
    { name: 'light', bytes: 499, ceiling: 500 },
    { name: 'heavier', bytes: 1234, ceiling: 1000 },
  ]
  expect(weightsTable(weights)).toBe('light     0.499 of  0.500 kB\nheavier   1.234 of  1.000 kB  234 bytes too heavy')
})
