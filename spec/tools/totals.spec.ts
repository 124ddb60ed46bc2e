/** @jest-environment node */
import type { JestReport } from './totals.js'
import { addTotals, totalsOfJest } from './totals.js'

const report: JestReport = {
  numPassedTests: 10,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  numTotalTests: 10,
  success: true,
}

describe('the totals of a run', () => {
  it.each<[string, Partial<JestReport> | undefined, { passed: number; failed: number }]>([
    ['all passed', {}, { passed: 10, failed: 0 }],
    ['some failed', { numFailedTests: 2, success: false }, { passed: 10, failed: 2 }],
    ['a file could not run', { numRuntimeErrorTestSuites: 1, success: false }, { passed: 10, failed: 1 }],
    ['one was skipped', { numPendingTests: 1 }, { passed: 10, failed: 1 }],
    ['one is still to be written', { numTodoTests: 1 }, { passed: 10, failed: 1 }],
    ['jest itself failed', { success: false }, { passed: 10, failed: 1 }],
    ['no test ran', { numPassedTests: 0, numTotalTests: 0 }, { passed: 0, failed: 1 }],
    ['jest left no report', undefined, { passed: 0, failed: 1 }],
  ])('%s', (_title, given, totals) => {
    expect(totalsOfJest(given && { ...report, ...given })).toEqual(totals)
  })

  it('count each step as one check', () => {
    const steps = [
      { title: 'types', passed: true },
      { title: 'lint', passed: false },
    ]
    expect(addTotals(steps, [{ passed: 10, failed: 1 }])).toEqual({ passed: 11, failed: 2 })
  })
})
