/** @jest-environment node */
import { tableOf } from './runBenches.js'

describe('the table of a bench', () => {
  it('shows each figure beside its floor and its limit, and which is over', () => {
    const rows = [
      { name: 'a write', ours: 1.1, floor: 1, unit: 'ms', limit: 1.2 },
      { name: 'a read', ours: 3, floor: 1, unit: 'ms', limit: 2 },
    ]
    expect(tableOf({ title: 'The gate' }, rows)).toBe(
      'The gate\n  a write  1.10 ms, floor 1.00, ratio 1.10, limit 1.20\n  a read   3.00 ms, floor 1.00, ratio 3.00, limit 2.00  OVER',
    )
  })
})
