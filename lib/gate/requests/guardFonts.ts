import { addressesIn } from './addresses.js'
import type { Realm } from './realm.js'

/** Guards `FontFace`: an empty one stands in, also in `document.fonts`, until the real one loads. */
export const guardFonts = ({ win, wrap, judge, isShut, later }: Realm): void => {
  wrap('', 'FontFace', (run, args) => {
    const [family, source] = args
    const found = addressesIn(`${source as string}`).map(judge).find(isShut)
    if (!found) return run(args)
    const face = run([family, 'local("")']) as FontFace
    const real = later(found, () => {
      const { fonts } = win.document
      const font = run(args) as FontFace
      if (fonts.delete(face)) fonts.add(font)
      return font
    })
    real.catch(() => {})
    // It asks for its file when it is used, or told to.
    return Object.assign(face, { load: () => real.then((font) => (font as FontFace).load()) })
  })
}
