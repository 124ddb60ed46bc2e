import type { Disconnect } from '../types.js'
import { poll } from './poll.js'

/** Which IAB platform, and what it is asked. */
export interface IabQuestion {
  readonly name: string
  /** Part of the calls of TCF and US Privacy, not of those of GPP. */
  readonly version?: number
  /** Where it cannot be listened to: the command that reads it. */
  readonly read?: string
}

type Frame = Window & { readonly [name: string]: ((...values: unknown[]) => void) | undefined }

const attempt = <R>(look: () => R): R | undefined => {
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
  failed: (error: unknown) => void,
): Disconnect => {
  const callId = Math.random()
  let speak: ((command: string, answer?: typeof take, parameter?: unknown) => void) | undefined
  let isNear: boolean | undefined
  let frame: Frame
  let listener: unknown // the first id there is, is 0
  let stopped: boolean | undefined

  const removeListener = () => listener === undefined || speak?.('removeEventListener', undefined, listener)
  const take = (value: unknown, success: unknown) => {
    const id = (value as { listenerId?: unknown } | null)?.listenerId
    if (id !== listener) {
      removeListener()
      listener = id
    }
    // Ended before the first answer told the id.
    if (stopped) removeListener()
    else if (success && value) heard(value)
  }
  const find = () => {
    for (let above = window as unknown as Frame, below; above !== below; below = frame, above = frame.parent as Frame) {
      frame = above
      isNear = attempt(() => typeof frame[name] === 'function')
      if (isNear)
        return (command: string, answer: unknown = () => {}, parameter?: unknown) =>
          version ? frame[name]?.(command, version, answer, parameter) : frame[name]?.(command, answer, parameter)
      if (attempt(() => frame.frames[`${name}Locator` as never]))
        return (command: string, answer?: unknown, parameter?: unknown) =>
          frame.postMessage({ [`${name}Call`]: { command, version, parameter, callId: answer ? callId : 0 } }, '*')
    }
    return undefined
  }
  const look = () => {
    try {
      speak ??= find()
      if (isNear && !read) stopLooking()
      speak?.(read ?? 'addEventListener', take)
    } catch (error) {
      failed(error)
    }
  }
  const hear = ({ source, data }: MessageEvent) =>
    attempt(() => {
      const answer = (typeof data === 'string' ? JSON.parse(data) : data)[`${name}Return`]
      if (source === frame && answer.callId === callId) take(answer.returnValue, answer.success)
    })

  addEventListener('message', hear)
  const stopLooking = poll(look, 50, 3_000)
  look()
  return () => {
    stopped = true
    stopLooking()
    removeListener()
    removeEventListener('message', hear)
  }
}
