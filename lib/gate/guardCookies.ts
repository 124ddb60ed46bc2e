import type { Door } from './door.js'
import { hold } from './judge.js'
import { isRemoval, keyOf, nameOf } from './parseCookieWrite.js'
import type { Swap } from './swaps.js'

/** Keeps in mind where a cookie was put, by the text that put it there. */
export type Remember = (name: string, text: string) => void

/** Guards `document.cookie`, on the prototype and on the document itself. Reads stay the browser's own function. */
export const guardCookies = (page: Window & typeof globalThis, swap: Swap, door: Door, remember: Remember): void => {
  for (const owner of [page.document, page.Document.prototype])
    swap(owner, 'cookie', ({ set = () => {} }) => ({
      set(this: Document, value: unknown) {
        const text = `${value}`
        const name = nameOf(text)
        const verdict = door.ask('cookie', name)
        if (!verdict) return set.call(this, text)
        if (verdict < hold) {
          remember(name, text)
          return set.call(this, text)
        }
        const isGone = isRemoval(text)
        const run = (): boolean => {
          remember(name, text)
          // A frame that is gone has no cookies any more; the page has the same ones.
          // Whatever this engine makes of a removal, with `Max-Age=0` it is one.
          set.call(this.defaultView ? this : document, isGone ? `${text}; Max-Age=0` : text)
          return isRemoval(text)
        }
        door.stop('cookie', name, run, isGone, keyOf(text))
      },
    }))
}
