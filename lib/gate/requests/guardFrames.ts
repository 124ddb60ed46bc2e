import type { Realm, Scope } from './realm.js'

/** Guards the frames of a window from the moment a script reaches them; the answer looks for new ones. */
export const guardFrames = ({ win, wrap }: Realm, enter: (frame: Scope) => void): (() => void) => {
  const reach = (find: () => unknown): void => {
    try {
      enter(find() as Scope)
    } catch {
      // There is none, or it belongs to somebody else, and its requests are its own.
    }
  }
  for (const kind of ['HTMLIFrameElement', 'HTMLFrameElement', 'HTMLObjectElement'])
    for (const name of ['contentWindow', 'contentDocument'])
      wrap(kind, name, (native) => (element) => {
        const found = native(element, [])
        reach(() => (found as Document).defaultView ?? found)
        return found
      })
  let known = 0
  return () => {
    if (win.length !== known) for (let index = (known = win.length); index--; ) reach(() => win[index])
  }
}
