import type { Disconnect } from '../types.js'
import { poll } from './poll.js'

/**
 * Waits for a system that has no event to tell that it is there: looks at once, then by the clock.
 *
 * What `found` answers is called at the end, like the waiting itself, by the returned function.
 */
export const whenReady = <System>(find: () => System | undefined, found: (system: System) => Disconnect | void): Disconnect => {
  let over = false
  const look = () => {
    const system = find()
    if (!system) return
    end()
    end = found(system) ?? (() => {})
    // Whoever hears of what was found may have ended it all.
    if (over) end()
  }
  let end = poll(look)
  look()
  return () => {
    over = true
    end()
  }
}
