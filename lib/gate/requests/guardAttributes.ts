import { loadingProperties } from './addresses.js'
import type { Elements } from './elements.js'
import type { Realm } from './realm.js'
import type { Guard } from './wrap.js'

/** Guards what elements load by: properties, attributes, `Attr` nodes, and the animated values of SVG. */
export const guardAttributes = ({ win, wrap }: Realm, { assign }: Elements): void => {
  const owners = new WeakMap<object, Element>()

  const property: Guard<Element> = (run, args, element, name) => {
    if (args.length) return assign(element, name, args[0], (value) => run([value]))
    // A part handed out by a getter does not know whose it is.
    const part = run(args) as object
    owners.set(part, element)
    return part
  }
  // Whatever has such a property, in one space or another; all have a style.
  const kinds = Object.getOwnPropertyNames(win).filter((name) => /^(HTML|SVG|MathML).*Element$/.test(name))
  wrap(kinds.join(' '), loadingProperties, property)
  wrap('Element', 'attributes', property)
  wrap('', 'Audio', (run, args) => {
    const audio = run([]) as HTMLAudioElement
    if (args.length) audio.src = args[0] as string
    return audio
  })

  wrap<Partial<Attr>>('Attr Node SVGAnimatedString', 'value nodeValue textContent baseVal', (run, [value], part) => {
    const element = owners.get(part) ?? part.ownerElement
    return element ? assign(element, part.localName ?? 'href', value, (fit) => run([fit])) : run([value])
  })
  wrap<Element>('Element', 'setAttribute setAttributeNS', (run, args, element, method) => {
    // With a space it is the second argument that names it.
    const at = method.endsWith('NS') ? 1 : 0
    return args.length < at + 2 ? run(args) : assign(element, `${args[at] as string}`, args[at + 1], (value) => run([...args.slice(0, at + 1), value]))
  })
  wrap<Element>('Element NamedNodeMap', 'setAttributeNode setAttributeNodeNS setNamedItem setNamedItemNS', (run, args, owner) => {
    const attribute = args[0] as Attr
    return assign(owners.get(owner) ?? owner, attribute.localName, attribute.value, (value) => {
      attribute.value = value as string
      return run(args)
    })
  })
}
