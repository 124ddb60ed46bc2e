import type { OptInErrorCode } from '../core/errors.js'
import { OptInError } from '../core/errors.js'
import type { AnyOptIn, Connector, Disconnect } from '../types.js'
import { guardFrames } from './guardFrames.js'
import { createJudge, type Judge } from './judge.js'
import { oneOf } from './oneOf.js'
import { createSwap, type Swap } from './swaps.js'
import { takeTurn } from './takeTurn.js'
import type { Attempt, GateAction, ReportOf, Settings } from './types.js'

/**
 * Begins the work of a gate: gives what guards the page, and each same-origin frame that a script reaches,
 * and what is done at once and after each decision.
 *
 * Once `signal` is aborted everything passes, and `undos` are called. `complain` reports a trouble, once.
 */
export type Start<Item> = (
  optIn: AnyOptIn,
  judge: Judge,
  signal: AbortSignal,
  note: (item: Item) => void,
  attempt: Attempt,
  complain: (what: string) => void,
) => readonly [guard: (page: Window & typeof globalThis, swap: Swap, undos: Disconnect[]) => void, follow: () => void]

/** Makes the connector of a gate, of which one of a kind stands at a time. */
export const createGate = <Item extends { readonly action: GateAction }>(
  kind: string,
  code: OptInErrorCode,
  settings: Settings<object, Item>,
  start: Start<Item>,
): Connector & { inspect(): ReportOf<Item> } => {
  const check = (option: keyof typeof settings, ...accepted: readonly unknown[]) => oneOf(option, settings[option] ?? accepted[0], ...accepted)
  check('adobeRules', true, false)
  check('unknown', 'allow', 'refuse')
  check('undecided', 'hold', 'refuse')
  oneOf('onAction', typeof (settings.onAction ?? check), 'function')
  const counts = { held: 0, replayed: 0, refused: 0, removed: 0 }
  let items: readonly Item[] = []

  const connect: Connector = (optIn, tell) => {
    for (const category of Object.keys(settings.rules ?? {})) oneOf(`rules.${category}`, category, ...Object.values<string>(optIn.Categories))
    if (!globalThis.document) return
    const told = new Set<string>()
    const report = (error: unknown): void => {
      // Each trouble once.
      if (told.size < told.add(`${error as string}`).size) tell(error)
    }
    const complain = (what: string): void => report(new OptInError(code, `[OptIn] ${what}`))
    const attempt: Attempt = (work) => {
      try {
        return work()
      } catch (error) {
        report(error)
        return
      }
    }
    const note = (item: Item): void => {
      counts[item.action]++
      items = [...items.slice(-199), item]
      attempt(() => settings.onAction?.(item))
    }
    const begin = (): Disconnect => {
      const end = new AbortController()
      const { signal } = end
      const [guard, follow] = start(optIn, createJudge(optIn, settings, signal), signal, note, attempt, complain)
      const seen = new WeakSet<object>()
      const enter = (win: Window & typeof globalThis): Disconnect[] => {
        const undos: Disconnect[] = []
        const swap = createSwap(undos, (what) => complain(`\`${what}\` is frozen, not guarded.`))
        // A frame keeps its window when it goes elsewhere, but not its functions.
        if (!seen.has(win.Object)) {
          seen.add(win.Object)
          guardFrames(win, swap, enter)
          attempt(() => guard(win, swap, undos))
        }
        return undos
      }
      // To remember what a frame had would keep it in memory for ever: its guards let everything pass in the end.
      const undos = [...enter(window), optIn.on('change', follow), optIn.on('complete', follow)]
      attempt(follow)
      return () => {
        end.abort()
        undos.forEach(attempt)
      }
    }
    return takeTurn(kind, begin, () => complain(`A ${kind} gate is there already: this one waits.`))
  }
  return Object.assign(connect, { inspect: () => ({ ...counts, items }) })
}
