import { connectPlatform } from '../connect/connectPlatform.js'
import type { IdMap, PlatformOptions } from '../connect/readOptions.js'
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

/** Takes decisions from a system of one's own. */
export const custom = <More extends CategoryMap = NoCategories>(options: CustomOptions<More>): Connector => {
  const { isReady = () => true, read, subscribe, target = globalThis, event }: CustomOptions<More> = Object(options)
  const check = (option: string, got: unknown, fine: boolean, accepts: string) => checkOption(`custom.${option}`, got, fine, accepts)
  check('read', read, typeof read === 'function', 'a function')
  check('isReady', isReady, typeof isReady === 'function', 'a function')
  check('subscribe', subscribe, !subscribe || typeof subscribe === 'function', 'a function')
  check('event', event, !event || typeof event === 'string', 'the name of an event')
  check('target', target, target === globalThis || typeof target?.addEventListener === 'function', 'something that fires events')

  const platform = (categories: CategoryMap) => {
    const names = new Map(Object.entries(categories).map(([name, value]) => [value, name]))
    let newest = 0
    let answer: CustomAnswer
    const own = (id: string) => (answer && Object.hasOwn(answer, id) ? answer[id] : undefined)
    return connectPlatform({
      name: 'custom',
      options,
      // Without a map they answer in our categories, by value or by name.
      map: Object.fromEntries([...names.keys()].map((value) => [value, [value]])) as IdMap,
      find: () => !!isReady(),
      read: () => (id) => own(id) ?? own(names.get(id) ?? id),
      subscribe: (heard, failed) => {
        const attempt = <R>(action: () => R): R | undefined => {
          try {
            return action()
          } catch (error) {
            failed(error)
            return undefined
          }
        }
        const ask = (event?: unknown) =>
          attempt(() => {
            const turn = ++newest
            const take = (next: CustomAnswer) => {
              if (turn !== newest) return
              answer = next
              heard()
            }
            const next = read(event)
            // A promise of another frame or library is one too.
            if (typeof (next as PromiseLike<CustomAnswer> | undefined)?.then === 'function') Promise.resolve(next).then(take).catch(failed)
            else take(next as CustomAnswer)
          })
        return whenReady(
          () => attempt(isReady),
          () => {
            ask()
            if (event) target.addEventListener(event, ask)
            const end = attempt(() => subscribe?.(ask))
            ask()
            return () => {
              target.removeEventListener(`${event}`, ask)
              end?.()
            }
          },
          failed,
        )
      },
    })
  }
  platform({}) // so that options are checked now
  return (optIn, report) => platform(optIn.Categories)(optIn, report)
}

export type { PlatformOptions } from '../connect/readOptions.js'
