import type { Disconnect } from '../types.js'
import { poll } from './poll.js'

/**
 * Waits for a system that has no event to tell that it is there: looks at once, then by the clock.
 *
 * What `found` answers is called at the end, like the waiting itself, by the returned function.
 * What throws is told to `failed`, and the waiting goes on.
 */
export const whenReady = <System>(
  find: () => System | undefined,
  found: (system: System) => Disconnect | void,
  failed: (error: unknown) => void,
): Disconnect => {
  let over = false
  const look = () => {
    try {
      const system = find()
      if (!system) return
      const next = found(system)
      end()
      end = next ?? (() => {})
      // Whoever hears of what was found may have ended it all.
      if (over) end()
    } catch (error) {
      failed(error)
    }
  }
  let end = poll(look)
  look()
  return () => {
    over = true
    end()
  }
}
