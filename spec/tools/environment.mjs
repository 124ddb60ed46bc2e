import { TestEnvironment } from 'jest-environment-node'
import './typescript.mjs'

// Browsers are kept here, outside the spec files' own realms, so that a worker starts each of them once.
const { createHarness } = await import('./harness.ts')
const key = Symbol.for('visitor-opt-in harness')
const harness = (globalThis[key] ??= createHarness())

// A worker of jest is told by this message that no more files come; it must then have nothing open.
const endOfWorker = 2
if (process.send) {
  process.on('message', (message) => {
    if (Array.isArray(message) && message[0] === endOfWorker) void harness.close()
  })
  process.on('disconnect', () => void harness.close().finally(() => process.exit()))
}

export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global[key] = harness
  }
}
