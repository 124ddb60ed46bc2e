import type { Elements } from './elements.js'
import type { Realm } from './realm.js'

/** Guards nodes that come into the page: inserted, adopted, cloned, imported. `reach` looks after new frames. */
export const guardInsertion = ({ wrap }: Realm, { copy, scan, without }: Elements, reach: () => void): void => {
  wrap<Document>(
    'Node Element CharacterData Document DocumentFragment Range',
    'append prepend before after replaceWith replaceChildren adoptNode appendChild insertBefore replaceChild insertNode surroundContents insertAdjacentElement cloneNode importNode',
    (run, args, owner, name) => {
      // Of two nodes these insert the first.
      const nodes = (/Before|Child$/.test(name) ? args.slice(0, 1) : args).filter((arg) => (arg as Node | null)?.nodeType) as Node[]
      if (/^(clone|import)/.test(name)) {
        const [original = owner] = nodes
        // The copy is made where nothing loads.
        return scan(original)[0] ? (owner.ownerDocument ?? owner).adoptNode(copy(original, !!args[nodes.length])) : run(args)
      }
      const result = without(nodes.flatMap(scan), () => run(args))
      reach()
      return result
    },
  )
}
