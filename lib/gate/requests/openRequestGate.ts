import type { Disconnect, Report } from '../../types.js'
import { createCleanse } from './cleanse.js'
import { createElements } from './elements.js'
import { guardAttributes } from './guardAttributes.js'
import { guardFetch } from './guardFetch.js'
import { guardFonts } from './guardFonts.js'
import { guardFrames } from './guardFrames.js'
import { guardInsertion } from './guardInsertion.js'
import { guardForms } from './guardForms.js'
import { guardMarkup } from './guardMarkup.js'
import { guardSends } from './guardSends.js'
import { guardSockets } from './guardSockets.js'
import { guardStyles } from './guardStyles.js'
import { guardXhr } from './guardXhr.js'
import type { Scope } from './realm.js'
import { createRealm } from './realm.js'
import type { Traffic } from './traffic.js'

/** Puts the guards in place, in the page and in each frame that a script reaches; answers how to take them out. */
export const openRequestGate = (traffic: Traffic, report: Report): Disconnect => {
  const end = new AbortController()
  const undos: (() => void)[] = []
  const seen = new WeakSet<object>()

  const enter = (win: Scope): void => {
    // A frame keeps its window when it goes elsewhere, but not its functions.
    if (seen.has(win.Object)) return
    seen.add(win.Object)
    // The functions of a frame are not put back, they let everything pass; to remember them would keep the frame.
    const realm = createRealm(win, traffic, report, win === window ? undos : [])
    const cleanse = createCleanse(realm)
    const elements = createElements(realm, cleanse)
    const reach = guardFrames(realm, enter)
    const hear = guardForms(realm)
    // Written anew, a document forgets its listeners.
    const listen = () => {
      const options = { capture: true, signal: end.signal }
      win.addEventListener('submit', hear, options)
      win.addEventListener('load', reach, options)
      reach()
    }
    guardSends(realm)
    guardFetch(realm)
    guardXhr(realm)
    guardSockets(realm)
    guardFonts(realm)
    guardStyles(realm, cleanse)
    guardMarkup(realm, elements, listen)
    guardInsertion(realm, elements, reach)
    guardAttributes(realm, elements)
    listen()
  }
  enter(window)
  addEventListener('pagehide', traffic.hurry, end)

  return () => {
    end.abort()
    for (const undo of undos.reverse()) undo()
  }
}
