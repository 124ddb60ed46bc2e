import { connectPlatform } from '../connect/connectPlatform.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import { checkOption } from '../connect/readOptions.js'
import { whenReady } from '../connect/whenReady.js'
import type { CategoryMap, Connector, Disconnect, NoCategories } from '../types.js'

/** What a system of one's own answers: its ids, or without a `map` our categories, each with its permission. */
export type CustomAnswer = Readonly<Record<string, boolean | undefined>> | null | undefined

/** How to ask and hear a system of one's own. */
export interface CustomOptions<More extends CategoryMap = NoCategories> extends PlatformOptions<More> {
  /** Whether it can be read; without one it always can. */
  readonly isReady?: (() => unknown) | undefined
  /** Answers what is chosen, at once or as a promise; `null` or nothing while there is no choice. `event` is the event heard. */
  readonly read: (event?: unknown) => CustomAnswer | Promise<CustomAnswer>
  /** Calls back whenever there may be news; answers how to unsubscribe. */
  readonly subscribe?: ((heard: (event?: unknown) => void) => Disconnect | void) | undefined
  /** What fires `event`; the window when left out. */
  readonly target?: EventTarget | undefined
  /** The event that tells of news. */
  readonly event?: string | undefined
}

/** How many there are of an OptIn: each has a name of its own, for of two answers in one turn a denial wins. */
const counts = new WeakMap<object, number>()

/** Takes decisions from a system of one's own. */
export const custom = <More extends CategoryMap = NoCategories>(options: CustomOptions<More>): Connector => {
  const { isReady = () => true, read, subscribe = () => {}, target = globalThis, event = '' }: CustomOptions<More> = Object(options)
  checkOption('custom.read', read, 'a function')
  checkOption('custom.isReady', isReady, 'a function')
  checkOption('custom.subscribe', subscribe, 'a function')
  checkOption('custom.event', event, 'a string')
  checkOption('custom.target', target, 'something that fires events', target === globalThis || typeof target?.addEventListener === 'function')

  const connect = (categories: CategoryMap, name: string) => {
    let newest = 0
    let answer: CustomAnswer
    const own = (id: string) => (Object.hasOwn(answer!, id) ? answer![id] : undefined)
    return connectPlatform(
      name,
      options,
      // Without a map they answer in our categories, by value or by name.
      Object.fromEntries(Object.entries(categories).map((names) => [names.join('|'), [names[1] as 'aa']])),
      () => (isReady() ? !!answer && ((id) => own(id) ?? id.split('|').map(own).find((voice) => voice !== undefined)) : undefined),
      whenReady((look, attempt, failed) => {
        const ask = (event?: unknown) => {
          const turn = ++newest
          const take = (next: CustomAnswer) => {
            if (turn !== newest) return
            answer = next
            look()
          }
          attempt(() => {
            const next = read(event) as PromiseLike<CustomAnswer> | undefined
            // A promise of another frame or library is one too.
            if (typeof next?.then === 'function') next.then(take, failed)
            else take(next as CustomAnswer)
          })
        }
        if (event) target.addEventListener(event, ask)
        const unsubscribe = subscribe(ask)
        ask()
        return () => {
          target.removeEventListener(event, ask)
          unsubscribe?.()
        }
      }),
    )
  }
  connect({}, 'custom') // so that options are checked now
  return (optIn, report) => {
    const count = (counts.get(optIn) ?? 0) + 1
    counts.set(optIn, count)
    return connect(optIn.Categories, count > 1 ? `custom ${count}` : 'custom')(optIn, report)
  }
}

export type { PlatformOptions } from '../connect/readOptions.js'
