import type { Disconnect } from '../types.js'
import type { Attempt } from './connectPlatform.js'
import { poll } from './poll.js'

/** Which IAB platform, and what it is asked. */
export interface IabQuestion {
  readonly name: string
  /** One for the calls of TCF and US Privacy, none for those of GPP. */
  readonly version: readonly number[]
  /** Where it cannot be listened to: the command that reads it. */
  readonly read?: string
}

type Frame = Window & { readonly [name: string]: ((...values: unknown[]) => void) | undefined }
type Heard = (value: unknown, success: unknown) => void

const ifAllowed = <R>(look: () => R): R | undefined => {
  try {
    return look()
  } catch {
    return undefined // a page of another origin, a message of another shape
  }
}

/**
 * Listens to an IAB platform, as soon as it is there: its function on this page or on one of the same origin above,
 * else a frame above that answers messages. `heard` gets each value it answers with success.
 *
 * One that has no event, or is spoken to by messages, is asked again from time to time: stubs in use forget who asked
 * before the platform was loaded, and tell frames of no later event (npm @iabtechlabtcf/stub 1.5.21).
 */
export const hearIab = (
  { name, version, read }: IabQuestion,
  heard: (value: unknown) => void,
  attempt: Attempt,
): Disconnect => {
  const callId = Math.random()
  let frame: Frame
  let isNear: boolean | undefined
  let listener: unknown // the first id there is, is 0
  let isOver = false

  const isThere = () => {
    for (let below; (frame = (below?.parent ?? window) as Frame) !== below; below = frame) {
      isNear = ifAllowed(() => typeof frame[name] === 'function')
      if (isNear || ifAllowed(() => frame.frames[`${name}Locator` as never])) return true
    }
    return false
  }
  const say = (command: string, answer?: Heard, parameter?: unknown) =>
    isNear
      ? frame[name]?.(command, ...version, answer ?? (() => {}), parameter)
      : frame.postMessage({ [`${name}Call`]: { command, version: version[0], parameter, callId: answer && callId } }, '*')
  const removeListener = () => {
    if (listener !== undefined) say('removeEventListener', undefined, listener)
  }
  const take: Heard = (value, success) => {
    const id = (value as { listenerId?: unknown } | null)?.listenerId
    if (id !== listener) {
      removeListener()
      listener = id
    }
    // Ended before the first answer told the id.
    if (isOver) removeListener()
    else if (success && value) heard(value)
  }
  const hear = ({ source, data }: MessageEvent) =>
    ifAllowed(() => {
      const answer = (typeof data === 'string' ? JSON.parse(data) : data)[`${name}Return`]
      if (source === frame && answer.callId === callId) take(answer.returnValue, answer.success)
    })

  addEventListener('message', hear)
  const stopLooking = poll(() =>
    attempt(() => {
      if (isThere()) say(read ?? 'addEventListener', take)
      return isNear && !read
    }),
  )
  return () => {
    isOver = true
    stopLooking()
    removeListener()
    removeEventListener('message', hear)
  }
}
