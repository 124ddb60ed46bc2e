import type { AnyOptIn } from '../types.js'
import type { Door } from './door.js'
import { hold, pass } from './judge.js'
import { isRemoval, keyOf, nameOf } from './parseCookieWrite.js'
import type { Swap } from './swaps.js'

/** Keeps in mind where a cookie was put, by the text that put it there. */
export type Remember = (name: string, text: string) => void

/** Guards `document.cookie`, on the prototype and on the document itself. Reads stay the browser's own function. */
export const guardCookies = (page: Window & typeof globalThis, swap: Swap, door: Door, remember: Remember, optIn: AnyOptIn): void => {
  // Most cookies are written again and again, with the same attributes: while nothing was decided anew, they pass as they did before.
  const passed = new Map<string, string>()
  let permissions: unknown
  for (const owner of [page.document, page.Document.prototype])
    swap(owner, 'cookie', ({ set = () => {} }) => ({
      set(this: Document, value: unknown) {
        const text = `${value}`
        const head = text.slice(0, text.indexOf('='))
        const tail = text.slice(text.indexOf(';'))
        // Who makes names without end pays for it, not the memory.
        if (permissions !== optIn.permissions || passed.size > 999) passed.clear()
        permissions = optIn.permissions
        if (tail === passed.get(head)) return set.call(this, text)

        const name = nameOf(text)
        const verdict = door.ask('cookie', name)
        if (verdict === pass) {
          remember(name, text)
          if (name === head) passed.set(head, tail)
        }
        // What is shown in no window stores nothing.
        if (verdict < hold || !this.defaultView) return set.call(this, text)
        const isGone = isRemoval(text)
        const run = (): boolean => {
          remember(name, text)
          // A frame that is gone has no cookies any more; the page has the same ones.
          // Whatever this engine makes of a removal, with `Max-Age=0` it is one.
          set.call(this.defaultView ? this : document, isGone ? `${text}; Max-Age=0` : text)
          return isRemoval(text)
        }
        door.write('cookie', name, run, isGone, keyOf(text))
      },
    }))
}
