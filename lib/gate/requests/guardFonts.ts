import { addressesOf } from './addresses.js'
import type { Realm } from './realm.js'

/** Guards `FontFace`: an empty one stands in, also in `document.fonts`, until the real one loads. */
export const guardFonts = ({ win, wrapClass, judge, isOpen, later }: Realm): void => {
  const { fonts } = win.document
  wrapClass('FontFace', (make, args) => {
    const [family, source] = args
    const found = addressesOf('', 'style', `${source as string}`, '')
      .map(judge)
      .find((each) => each && !isOpen(each))
    if (!found) return make(args)
    const face = make([family, 'local("")']) as FontFace
    const value = later(found, () => {
      const font = make(args) as FontFace
      if (fonts.delete(face)) fonts.add(font)
      return font.load()
    })
    value.catch(() => {})
    return Object.defineProperty(face, 'load', { value: () => value })
  })
}
