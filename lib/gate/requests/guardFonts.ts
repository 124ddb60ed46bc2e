import { addressesIn } from './addresses.js'
import type { Realm } from './realm.js'

/** Guards `FontFace`: an empty one stands in, also in `document.fonts`, until the real one loads. */
export const guardFonts = ({ win, wrap, judge, isShut, later }: Realm): void => {
  const { fonts } = win.document
  wrap('', 'FontFace', (run, args) => {
    const [family, source] = args
    const found = addressesIn(`${source as string}`).map(judge).find(isShut)
    if (!found) return run(args)
    const face = run([family, 'local("")']) as FontFace
    const value = later(found, () => {
      const font = run(args) as FontFace
      if (fonts.delete(face)) fonts.add(font)
      return font.load()
    })
    value.catch(() => {})
    return Object.assign(face, { load: () => value })
  })
}
