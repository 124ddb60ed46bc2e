import { loadingProperties } from './addresses.js'
import type { Elements } from './elements.js'
import type { Native, Realm } from './realm.js'

// The elements that have such properties; all have a style.
const kinds =
  'HTML SVG MathML HTMLImage HTMLScript HTMLIFrame HTMLFrame HTMLLink HTMLMedia HTMLVideo HTMLSource HTMLTrack HTMLEmbed HTMLObject HTMLInput HTMLBody HTMLAnchor HTMLArea SVGImage SVGUse SVGScript SVGFEImage'

const nameOf = (name: unknown): string => `${name as string}`.replace(/^.*:/, '').toLowerCase()

/** Guards what elements load by: properties, attributes, `Attr` nodes, and the animated values of SVG. */
export const guardAttributes = ({ wrap, wrapClass }: Realm, { assign }: Elements): void => {
  const owners = new WeakMap<object, Element>()

  const property =
    (name: string) =>
    (native: Native) =>
    (element: Element, args: unknown[]): unknown => {
      if (args.length) return assign(element, name.toLowerCase(), args[0], (value) => native(element, [value]))
      // A part handed out by a getter does not know whose it is.
      const part = native(element, args) as object
      owners.set(part, element)
      return part
    }
  for (const kind of kinds.split(' ')) for (const name of loadingProperties) wrap(`${kind}Element`, name, property(name))
  wrap('Element', 'attributes', property('attributes'))

  wrapClass('Audio', (make, args) => {
    const audio = make([]) as HTMLAudioElement
    if (args.length) audio.src = args[0] as string
    return audio
  })
  const setOn = (native: Native) => (part: object, [value]: unknown[]) => {
    const attribute = part as Attr
    const element = owners.get(part) ?? attribute.ownerElement
    return element ? assign(element, attribute.localName ?? 'href', value, (fit) => native(part, [fit])) : native(part, [value])
  }
  for (const [kind, name] of [
    ['SVGAnimatedString', 'baseVal'],
    ['Attr', 'value'],
    ['Node', 'nodeValue'],
    ['Node', 'textContent'],
  ] as const)
    wrap(kind, name, setOn)

  const setNode = (native: Native) => (owner: object, args: unknown[]) => {
    const attribute = args[0] as Attr
    return assign(owners.get(owner) ?? (owner as Element), attribute.localName, attribute.value, (value) => {
      if (value !== attribute.value) attribute.value = value as string
      return native(owner, args)
    })
  }
  ;['', 'NS'].forEach((end, at) => {
    wrap<Element>('Element', `setAttribute${end}`, (native) => (element, args) =>
      args.length < at + 2 ? native(element, args) : assign(element, nameOf(args[at]), args[at + 1], (value) => native(element, [...args.slice(0, at + 1), value])),
    )
    wrap('Element', `setAttributeNode${end}`, setNode)
    wrap('NamedNodeMap', `setNamedItem${end}`, setNode)
  })
}
