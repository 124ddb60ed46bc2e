import type { Disconnect } from '../../types.js'
import type { Swap } from '../swaps.js'
import { createCleanse } from './cleanse.js'
import { createElements } from './elements.js'
import { guardAttributes } from './guardAttributes.js'
import { guardFetch } from './guardFetch.js'
import { guardFonts } from './guardFonts.js'
import { guardForms } from './guardForms.js'
import { guardInsertion } from './guardInsertion.js'
import { guardMarkup } from './guardMarkup.js'
import { guardSends } from './guardSends.js'
import { guardSockets } from './guardSockets.js'
import { guardStyles } from './guardStyles.js'
import { guardXhr } from './guardXhr.js'
import { createRealm } from './realm.js'
import type { Traffic } from './traffic.js'
import type { Scope } from './wrap.js'

/** Puts the guards in place, in the page and in each frame that a script reaches. */
export const openRequestGate = (traffic: Traffic, signal: AbortSignal) => {
  const options = { capture: true, signal }
  return (win: Scope, swap: Swap, undos: Disconnect[]): void => {
    const realm = createRealm(win, traffic, swap)
    const cleanse = createCleanse(realm)
    const elements = createElements(realm, cleanse)
    const hear = guardForms(realm)
    let known = 0
    const reach = () => {
      if (win.length === known) return
      known = win.length
      // To be asked for its window is enough.
      for (const frame of win.document.querySelectorAll<HTMLIFrameElement>('iframe,object')) void frame.contentWindow
    }
    // Written anew, a document forgets its listeners.
    const listen = () => {
      win.addEventListener('submit', hear, options)
      win.addEventListener('load', reach, options)
      reach()
    }
    guardSends(realm)
    guardFetch(realm)
    guardXhr(realm)
    guardSockets(realm)
    guardFonts(realm)
    guardStyles(realm, cleanse, undos)
    guardMarkup(realm, elements, listen)
    guardInsertion(realm, elements, reach)
    guardAttributes(realm, elements)
    listen()
  }
}
