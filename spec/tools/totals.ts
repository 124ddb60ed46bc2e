/** The part of jest's `--json` report that counts. */
export interface JestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numRuntimeErrorTestSuites: number
  readonly numTotalTests: number
  readonly success: boolean
}

export interface Totals {
  readonly passed: number
  readonly failed: number
}

/** One step of the test command that either holds or not: the types, the lint, the build. */
export interface Step {
  readonly title: string
  readonly passed: boolean
}

/** What jest counted; nothing run, a file that could not run and a skipped test are failures too. */
export const totalsOfJest = (report: JestReport | undefined): Totals => {
  if (!report || report.numTotalTests === 0) return { passed: 0, failed: 1 }
  const { numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests, success } = report
  const counted = numFailedTests + numRuntimeErrorTestSuites + numPendingTests + numTodoTests
  return { passed: report.numPassedTests, failed: counted || (success ? 0 : 1) }
}

/** All together, each step counted as one check. */
export const addTotals = (steps: readonly Step[], specs: readonly Totals[]): Totals => ({
  passed: steps.filter(({ passed }) => passed).length + specs.reduce((sum, { passed }) => sum + passed, 0),
  failed: steps.filter(({ passed }) => !passed).length + specs.reduce((sum, { failed }) => sum + failed, 0),
})
