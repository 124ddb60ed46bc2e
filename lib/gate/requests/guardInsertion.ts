import type { Elements } from './elements.js'
import type { Realm } from './realm.js'

const several = 'append prepend before after replaceWith replaceChildren'
const one = 'adoptNode appendChild insertBefore replaceChild moveBefore insertNode surroundContents insertAdjacentElement'
const copying = 'cloneNode importNode'

/** Guards nodes that come into the page: inserted, adopted, cloned, imported. `reach` looks after new frames. */
export const guardInsertion = ({ win, wrap }: Realm, { inert, scan, without }: Elements, reach: () => void): void => {
  const { importNode, adoptNode } = win.Document.prototype

  for (const kind of ['Node', 'Element', 'CharacterData', 'Document', 'DocumentFragment', 'Range'])
    for (const name of `${several} ${one} ${copying}`.split(' '))
      wrap<Document & Range>(kind, name, (native) => (owner, args) => {
        const place = owner.startContainer ?? owner
        const { defaultView } = place.ownerDocument ?? (place as Document)
        let nodes = args.filter((arg) => (arg as Node | null)?.nodeType) as Element[]
        let run = () => native(owner, args)
        // Elsewhere than in a window nothing loads.
        if (!defaultView) return run()
        if (copying.includes(name)) {
          const original = nodes[0] ?? (owner as unknown as Element)
          if (!scan(original)[0]) return run()
          // The copy is made where nothing loads.
          const copy = importNode.call(inert, original, !!args[nodes.length]) as Element
          nodes = [copy]
          run = () => adoptNode.call(defaultView.document, copy)
        }
        const result = without((one.includes(name) ? nodes.slice(0, 1) : nodes).flatMap(scan), run)
        reach()
        return result
      })
}
