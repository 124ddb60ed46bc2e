import type { Disconnect } from '../types.js'
import type { Wake } from './connectPlatform.js'
import { poll } from './poll.js'

/**
 * Wakes an adapter whose platform has no event to tell that it is there: looks by the clock, then follows it.
 *
 * `follow` subscribes at the platform, and answers how to unsubscribe; when it throws, that is reported and it is tried again.
 */
export const whenReady =
  (follow: Wake): Wake =>
  (look, attempt, failed) => {
    let unfollow: Disconnect | void
    const stop = poll(() =>
      attempt(() => {
        if (!look()) return false
        unfollow = follow(look, attempt, failed)
        return true
      }),
    )
    return () => {
      stop()
      unfollow?.()
    }
  }
