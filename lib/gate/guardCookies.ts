import type { Door } from './door.js'
import { isRemoval, keyOf, nameOf, placeOf } from './parseCookieWrite.js'
import type { Swap } from './swaps.js'

/** Keeps in mind where a cookie was put. */
export type Remember = (name: string, place: string) => void

/** Guards `document.cookie`, on the prototype and on the document itself. Reads stay the browser's own function. */
export const guardCookies = (page: Window, swap: Swap, door: Door, remember: Remember): void => {
  for (let owner: object | null = page.document; owner; owner = Object.getPrototypeOf(owner))
    swap(owner, 'cookie', ({ set = () => {} }) => ({
      set(this: Document, value: unknown) {
        const text = `${value}`
        const name = nameOf(text)
        if (!door.isGated('cookie', name)) return set.call(this, text)
        // Nameless, but listed as if it had the name: most engines refuse it, and what is not stored need not be removed.
        if (/^\s*=/.test(text)) return
        const isGone = isRemoval(text)
        const run = (wasHeld: boolean): boolean => {
          // A frame that is gone has no cookies any more; the page has the same ones.
          // Whatever this engine makes of a removal, with `Max-Age=0` it is one.
          set.call(this.defaultView ? this : document, isGone ? `${text}; Max-Age=0` : text)
          remember(name, placeOf(text))
          return wasHeld && isRemoval(text)
        }
        door.ask('cookie', name, run, isGone, keyOf(text))
      },
    }))
}
