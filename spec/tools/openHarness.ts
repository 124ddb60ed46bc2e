import type { Harness } from './harness.js'

const key = Symbol.for('visitor-opt-in harness')

/** The process's one harness: jest's environment gives it; a program outside jest gets it by importing `harness.ts`. */
export const openHarness = async (): Promise<Harness> => {
  const shared = globalThis as { [key]?: Harness }
  return (shared[key] ??= (await import('./harness.js')).createHarness())
}
