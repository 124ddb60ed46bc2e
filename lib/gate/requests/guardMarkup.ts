import type { Elements } from './elements.js'
import type { Realm } from './realm.js'

interface Policy {
  createHTML(text: string): unknown
}

let count = 0

/** Guards markup given as text: it is read where nothing loads; what must not load now is marked, and set when the browser has made the elements. */
export const guardMarkup = ({ win, wrap }: Realm, { read, scan }: Elements, reach: () => void): void => {
  const { trustedTypes } = win as never as { readonly trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
  let policy: Policy | undefined

  wrap<Element>('Element ShadowRoot Document Range', 'innerHTML outerHTML insertAdjacentHTML setHTML setHTMLUnsafe createContextualFragment write writeln', (run, args, owner, name) => {
    // A frame that loads may keep its window, but not its document.
    const root = owner.getRootNode?.() ?? win.document
    // What a template holds loads when it is copied into the page.
    if (!(root.ownerDocument ?? (root as Document)).defaultView || owner.localName === 'template') return run(args)
    if (/^w/.test(name)) args = [args.join('')]
    const at = name === 'insertAdjacentHTML' ? 1 : 0
    const isBeside = name === 'outerHTML' || (at && /^(beforeb|aftere)/i.test(args[0] as string))
    const place = read(args[at], isBeside ? owner.parentElement : owner)
    const marks = scan(place.content ?? place).map(([element, attribute]) => {
      const mark = `data-opt-in-${++count}`
      element.removeAttributeNode(attribute)
      element.setAttribute(mark, '')
      return [mark, attribute] as const
    })
    if (marks[0]) {
      const { innerHTML } = place
      if (typeof args[at] === 'object') policy ??= trustedTypes?.createPolicy('visitor-opt-in-requests', { createHTML: (text) => text })
      args[at] = policy?.createHTML(innerHTML) ?? innerHTML
    }
    const result = run(args) as Element | undefined
    for (const [mark, { localName, value }] of marks) {
      const element = (result ?? (root as Element)).querySelector(`[${mark}]`)
      element?.removeAttribute(mark)
      element?.setAttribute(localName, value)
    }
    reach()
    return result
  })
}
