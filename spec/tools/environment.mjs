import { TestEnvironment } from 'jest-environment-node'
import './typescript.mjs'

// Browsers are kept here, outside the spec files' own realms, so that a worker starts each of them once.
const { createHarness } = await import('./harness.ts')
const key = Symbol.for('visitor-opt-in harness')
const harness = (globalThis[key] ??= createHarness())

// A worker of jest is told by this message that no more files come; it must then have nothing open.
const endOfWorker = 2
if (process.send) {
  const leave = () => void harness.close().finally(() => process.exit())
  const hear = (message) => {
    if (!Array.isArray(message) || message[0] !== endOfWorker) return
    // Whoever listens keeps the worker alive.
    process.off('message', hear).off('disconnect', leave)
    void harness.close()
  }
  process.on('message', hear).on('disconnect', leave)
}

// Jest gives a worker half a second to end, and browsers take longer; most workers end with specs that need none.
const restTime = 15_000
let rest

export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    clearTimeout(rest)
    await super.setup()
    this.global[key] = harness
  }

  async teardown() {
    await super.teardown()
    rest = setTimeout(() => void harness.close(), restTime).unref()
  }
}
