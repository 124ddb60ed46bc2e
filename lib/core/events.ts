import { TinyEmitter } from 'tiny-emitter'
import type { Change, CategoryMap, Permissions, Report } from '../types.js'

type All = Permissions<CategoryMap>
type Callback = (detail: never) => void

/** What one settled decision announces; each subscriber hears the events of its kind, in the order in which all of them came. */
export interface Announcement {
  readonly change?: Change<CategoryMap> | undefined
  readonly complete?: All | undefined
}

/** The names of the events. */
export type EventName = keyof Announcement

const CHANNEL = 'announcement'

/**
 * Typed events over one channel, so that the order of subscribers holds across events.
 *
 * One that throws is reported and stops nobody; what is announced meanwhile waits for its turn.
 */
export const createEvents = (report: Report) => {
  const emitter = new TinyEmitter()
  const queue: Announcement[] = []
  let waiting: ((permissions: All) => void)[] = []
  let isAnnouncing = false
  // tiny-emitter finds a listener by itself or by its `_`: one key per event and callback lets `off` find exactly those.
  const keys = { change: new WeakMap<Callback, object>(), complete: new WeakMap<Callback, object>() }
  const keyOf = (event: EventName, callback: Callback): object => {
    const key = keys[event].get(callback) ?? {}
    keys[event].set(callback, key)
    return key
  }

  const call = (callback: Callback, detail: unknown, context?: unknown): void => {
    try {
      callback.call(context, detail as never)
    } catch (error) {
      report(error)
    }
  }

  return {
    call,
    /** Listens until the returned function is called; that ends this listener and no other. */
    listen: (event: EventName, callback: Callback, context?: unknown, isOnce = false): (() => void) => {
      const stop = () => {
        emitter.off(CHANNEL, listener)
      }
      const listener = (announcement: Announcement) => {
        const detail = announcement[event]
        if (!detail) return
        if (isOnce) stop()
        call(callback, detail, context)
      }
      listener._ = keyOf(event, callback)
      emitter.on(CHANNEL, listener)
      return stop
    },
    /** Calls back at the next completion, after every subscriber. */
    waitOnce: (callback: (permissions: All) => void): void => {
      waiting.push(callback)
    },
    off: (event: EventName, callback: Callback): void => {
      emitter.off(CHANNEL, keyOf(event, callback) as () => void)
    },
    announce: (announcement: Announcement): void => {
      queue.push(announcement)
      if (isAnnouncing) return
      isAnnouncing = true
      for (let next; (next = queue.shift()); ) {
        emitter.emit(CHANNEL, next)
        if (!next.complete) continue
        const told = waiting
        waiting = []
        for (const callback of told) call(callback, next.complete)
      }
      isAnnouncing = false
    },
    clear: (): void => {
      emitter.off(CHANNEL)
      waiting = []
    },
  }
}

/** What `createEvents` gives. */
export type Events = ReturnType<typeof createEvents>
