import type { FakeSystem } from './system.js'
import { breakage, page, scriptLoaded } from './system.js'

type Queued = [resolve: (result: object) => void, reject: (error: Error) => void, args: [string, { consent: unknown }]]

export interface FakeWebSdk extends FakeSystem {
  /** The pasted base code: a function with a queue, before the library is there. */
  loadBaseCode(): void
  /** How many of the next calls it refuses. */
  refuse(times: number): void
}

/**
 * Adobe's Web SDK as far as `setConsent` goes: the base code's queue, the library that takes it over, promises.
 * Timing and queue are those of `@adobe/alloy` 2.33; the journeys use that one itself.
 */
export const fakeWebSdk = (name = 'alloy'): FakeWebSdk => {
  const told: unknown[] = []
  let refusals = 0
  const run = ([resolve, reject, [command, options]]: Queued) => {
    told.push([command, JSON.parse(JSON.stringify(options)) as unknown])
    if (refusals-- > 0) reject(breakage)
    else resolve({})
  }
  const loadBaseCode = () => {
    if (page[name]) return
    const queue: Queued[] = []
    page[name] = Object.assign((...args: Queued[2]) => new Promise((resolve, reject) => (page[name] as { q: Queued[] }).q.push([resolve, reject, args])), { q: queue })
  }
  return {
    loadBaseCode,
    load: () => {
      loadBaseCode()
      const sdk = page[name] as { q: Queued[] }
      sdk.q.splice(0).forEach(run)
      sdk.q.push = (...calls) => (calls.forEach(run), 0)
      scriptLoaded()
    },
    told: () => told,
    refuse: (times) => {
      refusals = times
    },
    breakDown: () => {
      refusals = Infinity
    },
    mend: () => {
      refusals = 0
    },
    vanish: () => delete page[name],
  }
}
