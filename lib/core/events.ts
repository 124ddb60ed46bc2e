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

interface Subscriber {
  readonly event: EventName
  readonly callback: Callback
  readonly tell: Callback
  readonly isOnce: boolean | undefined
  /** What was being announced when it came: it hears what follows. */
  readonly during: Announcement | undefined
}

/**
 * Typed events over one channel: it reaches the subscribers, in the order in which all of them came, then those who wait.
 *
 * One that throws is reported and stops nobody; what is announced meanwhile waits for its turn.
 */
export const createEvents = (report: Report) => {
  const emitter = new TinyEmitter()
  const queue: Announcement[] = []
  const subscribers = new Set<Subscriber>()
  const waiting: Callback[] = []

  const call = (callback: Callback, detail: unknown): void => {
    try {
      callback(detail as never)
    } catch (error) {
      report(error)
    }
  }

  emitter.on(CHANNEL, (announcement: Announcement) => {
    for (const subscriber of subscribers) {
      const { event, tell, isOnce, during } = subscriber
      const detail = announcement[event]
      if (!detail || during === announcement) continue
      if (isOnce) subscribers.delete(subscriber)
      try {
        tell(detail as never)
      } catch (error) {
        report(error)
      }
    }
    if (announcement.complete) for (const callback of waiting.splice(0)) call(callback, announcement.complete)
  })

  return {
    call,
    /** Listens until the returned function is called; that ends this listener and no other. */
    listen: (event: EventName, callback: Callback, context?: unknown, isOnce?: boolean): (() => void) => {
      const tell = context === undefined ? callback : callback.bind(context)
      const subscriber = { event, callback, tell, isOnce, during: queue[0] }
      subscribers.add(subscriber)
      return () => void subscribers.delete(subscriber)
    },
    /** Calls back at the next completion, after every subscriber. */
    waitOnce: (callback: (permissions: All) => void): void => {
      waiting.push(callback)
    },
    off: (event: EventName, callback: Callback): void => {
      for (const subscriber of subscribers) if (subscriber.event === event && subscriber.callback === callback) subscribers.delete(subscriber)
    },
    announce: (announcement: Announcement): void => {
      // It stays in the queue until everybody heard it.
      if (queue.push(announcement) === 1) for (; queue[0]; queue.shift()) emitter.emit(CHANNEL, queue[0])
    },
    clear: (): void => {
      subscribers.clear()
      waiting.length = 0
    },
  }
}

/** What `createEvents` gives. */
export type Events = ReturnType<typeof createEvents>
