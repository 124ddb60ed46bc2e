import type { Elements } from './elements.js'
import type { Realm } from './realm.js'

interface Policy {
  createHTML(text: string): unknown
}

let count = 0

/** Guards markup given as text: it is read where nothing loads; what must not load now is marked, and set when the browser has made the elements. */
export const guardMarkup = ({ win, wrap }: Realm, { read, scan }: Elements, reach: () => void): void => {
  const { document } = win
  const { trustedTypes } = win as never as { readonly trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
  let policy: Policy | undefined

  for (const kind of ['Element', 'ShadowRoot', 'Document', 'Range'])
    for (const name of 'innerHTML outerHTML insertAdjacentHTML setHTML setHTMLUnsafe createContextualFragment write writeln'.split(' '))
      wrap<Element>(kind, name, (native) => (owner, args) => {
        const root = owner.getRootNode?.() ?? document
        // What a template holds loads when it is copied into the page.
        if (!(root.ownerDocument ?? document).defaultView || owner.localName === 'template') return native(owner, args)
        if (owner.nodeType === 9) args = [args.join('')]
        const at = name === 'insertAdjacentHTML' ? 1 : 0
        const isSvg = /svg/.test(owner.namespaceURI!)
        const template = read(isSvg ? `<svg>${args[at] as string}` : args[at])
        const marks = scan(template.content).map(([element, attribute]) => {
          element.removeAttributeNode(attribute)
          element.setAttribute(`data-opt-in-${++count}`, '')
          return [`data-opt-in-${count}`, attribute] as const
        })
        if (marks[0]) {
          const { innerHTML } = isSvg ? template.content.firstElementChild! : template
          if (typeof args[at] === 'object') policy ??= trustedTypes?.createPolicy('visitor-opt-in', { createHTML: (text) => text })
          args[at] = policy?.createHTML(innerHTML) ?? innerHTML
        }
        const result = native(owner, args) as Element | undefined
        for (const [mark, { localName, value }] of marks) {
          const element = (result ?? (root as Element)).querySelector(`[${mark}]`)
          element?.removeAttribute(mark)
          element?.setAttribute(localName, value)
        }
        reach()
        return result
      })
}
