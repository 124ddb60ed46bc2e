import type { Swap } from '../swaps.js'
import type { Found } from './holding.js'
import type { Traffic } from './traffic.js'
import type { Scope } from './wrap.js'
import { createWrap } from './wrap.js'

/**
 * A value as the browser will read it, read once: an object could tell another address at its second reading.
 *
 * What Trusted Types made stays what it is.
 */
export const fix = (value: unknown): unknown => (Object(value) === value && !/ Trusted/.test({}.toString.call(value)) ? `${value as string}` : value)

/** Opens a window to its guards: with the traffic, and with the means to replace what is the browser's. */
export const createRealm = (win: Scope, traffic: Traffic, swap: Swap) => {
  const wrap = createWrap(win, swap)
  const { isShut, hold } = traffic
  const judge = (address: unknown): Found | undefined => traffic.judge(`${address as string}`, win.document.baseURI)
  const ask = (args: unknown[], at = 0): Found | undefined => (at in args ? judge((args[at] = fix(args[at]))) : undefined)

  return {
    ...traffic,
    win,
    wrap,
    judge,
    /** Reads an address among arguments, once, and judges it. */
    ask,
    /** Replaces what is called with an address: `wait` is called when it must not leave now. */
    wrapSend: (kinds: string, names: string, wait: (found: Found, args: unknown[], send: () => unknown) => unknown): void =>
      wrap(kinds, names, (run, args) => {
        const found = ask(args)
        return isShut(found) ? wait(found, args, () => run(args)) : run(args)
      }),
    /** Holds what answers with a promise; a request can be aborted meanwhile. */
    later: (found: Found, send: () => unknown, bytes?: number, signal?: AbortSignal): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const replay = () => {
          const answer = send()
          resolve(answer)
          return answer
        }
        const drop = hold(found, replay, bytes, () => reject(new TypeError('Failed to fetch')))
        signal?.addEventListener('abort', () => drop() && reject(signal.reason))
      }),
  }
}

/** One window, with what its guards need. */
export type Realm = ReturnType<typeof createRealm>
