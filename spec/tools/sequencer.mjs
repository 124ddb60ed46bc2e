import { statSync } from 'node:fs'

// A browser takes its time: what needs one begins first, and the short ones fill the gaps that are left.
const isLong = ({ path }) => /\.browser\.spec\.ts$|[\\/]dist[\\/]/.test(path)

/** The order in which jest begins the files: the long ones first, so that no worker waits alone in the end. */
export default class Sequencer {
  sort(tests) {
    const weight = new Map(tests.map((test) => [test, statSync(test.path).size + (isLong(test) ? 1e6 : 0)]))
    return [...tests].sort((one, other) => weight.get(other) - weight.get(one))
  }
  allFailedTests(tests) {
    return tests
  }
  cacheResults() {}
}
