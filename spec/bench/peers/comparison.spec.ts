/** @jest-environment node */
import { comparisonOf } from './comparison.js'
import { medians } from './figures.js'

describe('a comparison', () => {
  it('shows each figure, how many times ours it is, and where there is none', () => {
    const measures = [
      { name: 'gzip', unit: 'B', figures: { ours: 8_314, theirs: 69_399 } },
      { name: 'a decision', unit: 'ms', figures: { ours: 0.5 } },
    ]
    expect(comparisonOf(['ours', 'theirs'], measures)).toBe(
      [
        '|                |  ours |        theirs |',
        '| -------------- | ----: | ------------: |',
        '| gzip, B        | 8 314 | 69 399 (8.3×) |',
        '| a decision, ms | 0.500 |             – |',
      ].join('\n'),
    )
  })

  it('takes the middle of the rounds of each library', () => {
    expect(
      medians(
        ['ours', 'theirs'],
        [
          [1, 30],
          [900, 10],
          [2, 20],
        ],
      ),
    ).toEqual({ ours: 2, theirs: 20 })
  })
})
