import { TinyEmitter } from 'tiny-emitter'
import type { Change, CategoryMap, Permissions } from '../types.js'
import type { Call } from './createCall.js'

type All = Permissions<CategoryMap>
type Callback = (detail: never) => void

/** What one settled decision announces; each subscriber hears the events of its kind, in the order in which all of them came. */
export interface Announcement {
  readonly change?: Change<CategoryMap> | undefined
  readonly complete?: All | undefined
}

/** The names of the events. */
export type EventName = keyof Announcement

const CHANNEL = 'change'

interface Subscriber {
  readonly event: EventName
  readonly callback: Callback
  /** The callback, bound to its context if it has one: a bound one takes longer to call. */
  readonly tell: Callback
  readonly isOnce: boolean | undefined
}

/**
 * Typed events over one channel: it reaches the subscribers, in the order in which all of them came, then those who wait.
 *
 * One that throws is reported and stops nobody; what is announced meanwhile waits for its turn.
 */
export const createEvents = (call: Call) => {
  const emitter = new TinyEmitter()
  const queue: Announcement[] = []
  const subscribers = new Set<Subscriber>()
  const waiting = new Set<Subscriber>()
  // All of them in their order; put together anew once somebody came or went.
  let everybody: readonly Subscriber[] | undefined

  /** Listens until the returned function is called; that ends this listener and no other. Who comes last hears after every other. */
  const on = (event: EventName, callback: Callback, context?: unknown, isOnce?: boolean, isLast?: boolean): (() => void) => {
    const subscriber = { event, callback, tell: context ? callback.bind(context as never) : callback, isOnce }
    ;(isLast ? waiting : subscribers).add(subscriber)
    everybody = undefined
    return () => remove(subscriber)
  }

  const remove = (subscriber: Subscriber): void => {
    everybody = undefined
    if (!subscribers.delete(subscriber)) waiting.delete(subscriber)
  }

  emitter.on(CHANNEL, (announcement: Announcement) => {
    // As recorded: who comes meanwhile hears the next one, who goes meanwhile still hears this one.
    for (const subscriber of (everybody ??= [...subscribers, ...waiting])) {
      const detail = announcement[subscriber.event]
      if (!detail) continue
      if (subscriber.isOnce) remove(subscriber)
      call(subscriber.tell, detail as never)
    }
  })

  return {
    on,
    off: (event: EventName, callback: Callback): void => {
      for (const subscriber of subscribers) if (subscriber.event === event && subscriber.callback === callback) remove(subscriber)
    },
    emit: (announcement: Announcement): void => {
      // It stays in the queue until everybody heard it.
      if (queue.push(announcement) === 1) for (; queue[0]; queue.shift()) emitter.emit(CHANNEL, queue[0])
    },
    clear: (): void => {
      everybody = undefined
      subscribers.clear()
      waiting.clear()
    },
  }
}

/** What `createEvents` gives. */
export type Events = ReturnType<typeof createEvents>
