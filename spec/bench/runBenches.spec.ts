/** @jest-environment node */
import { benchFiles, tableOf } from './runBenches.js'

describe('the table of a bench', () => {
  it('shows each figure beside its floor and its limit, and which is over', () => {
    const rows = [
      { name: 'a write', ours: 1.1, floor: 1, unit: 'ms', limit: 1.2 },
      { name: 'a read', ours: 3, floor: 1, unit: 'ms', limit: 2 },
      { name: 'what is kept', ours: -2, unit: 'kB', limit: 50 },
    ]
    expect(tableOf(rows)).toBe(
      [
        '  a write       1.10 ms, floor 1.00, ratio 1.10, limit 1.20',
        '  a read        3.00 ms, floor 1.00, ratio 3.00, limit 2.00  OVER',
        '  what is kept  -2.00 kB, limit 50.0',
      ].join('\n'),
    )
  })

  it('counts a figure that could not be had as over', () => {
    expect(tableOf([{ name: 'a read', ours: NaN, floor: 1, unit: 'ms', limit: 2 }])).toMatch(/OVER$/)
  })
})

describe('the benches that run', () => {
  const folder = ['bench.mjs', 'gate.ts', 'peers', 'peers.ts', 'runBenches.spec.ts', 'runBenches.ts']

  it('are all of the folder, or those that are named', () => {
    expect(benchFiles(folder, [])).toEqual(['gate.ts', 'peers.ts'])
    expect(benchFiles(folder, ['peers'])).toEqual(['peers.ts'])
  })

  it('are named when there is none of that name', () => {
    expect(() => benchFiles(folder, ['peer'])).toThrow('There is no bench peer; there are gate, peers.')
  })
})
