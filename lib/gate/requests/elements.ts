import { addressesOf, loadingAttribute, loadingProperties } from './addresses.js'
import type { Cleanse } from './cleanse.js'
import type { Found } from './holding.js'
import type { Realm } from './realm.js'
import { fix } from './realm.js'

/** An attribute that must not load now. */
type Shut = readonly [Element, Attr, Found?]

const selector = loadingProperties.replace(/\S+/g, '[*|$&]').replaceAll(' ', ',')

/** Makes what the guards of attributes, of markup and of insertion have in common. */
export const createElements = ({ win, judge, isShut, hold, track }: Realm, cleanse: Cleanse) => {
  const inert = win.document.implementation.createHTMLDocument('')
  const { importNode } = win.Document.prototype
  const setInner = Object.getOwnPropertyDescriptor(win.Element.prototype, 'innerHTML')!.set!

  /** Copies a node to where nothing loads. */
  const copy = <Kind extends Node>(node: Kind, isDeep: boolean): Kind => importNode.call(inert, node, isDeep) as Kind
  /** Reads markup where nothing loads: what it means depends on the element that it comes into; else a piece of a table stays one. */
  const read = (markup: unknown, owner?: Element | null): Partial<HTMLTemplateElement> & Element => {
    const place = owner?.localName ? copy(owner, false) : inert.createElement(/^\s*<t[rdhbf]/i.test(markup as string) ? 'template' : 'body')
    setInner.call(place, markup)
    return place
  }
  const find = (element: Element, name: string, value: string): Found | undefined => {
    const founds = name === 'srcdoc' ? scan(read(value, inert.body)).map(([, , found]) => found) : addressesOf(element.localName, name, value).map(judge)
    return founds.find(isShut) ?? founds.find(Boolean)
  }
  /** Lists the attributes in a tree that must not load now. */
  const scan = (root: Node & Partial<ParentNode>): Shut[] =>
    [root as Element, ...(root.querySelectorAll?.(selector) ?? [])].flatMap((element) =>
      [...(element.attributes ?? [])].flatMap((attribute): Shut[] => {
        const found = find(element, attribute.localName, attribute.value)
        return isShut(found) ? [[element, attribute, found]] : []
      }),
    )
  /** Does something without some attributes; set again afterwards, each of them is held. */
  const without = (attributes: readonly Shut[], run: () => unknown): unknown => {
    for (const [element, attribute] of attributes) element.removeAttributeNode(attribute)
    const result = run()
    for (const [element, attribute] of attributes) element.setAttributeNode(attribute)
    return result
  }

  const newest: Record<string, WeakMap<Element, unknown>> = {}
  const whenDone = (element: Element, listener: () => void) => {
    for (const type of ['load', 'error']) element.addEventListener(type, listener, { once: true })
  }
  const keep = (found: Found, element: Element, name: string, value: unknown, run: (value: unknown) => unknown): void => {
    const before = element.getAttribute(name)
    const values = (newest[name] ??= new WeakMap()).set(element, value)
    const replay = () => {
      if (values.get(element) === value && element.getAttribute(name) === before) assign(element, name, value, run)
      // One image often serves as many pixels: each of them leaves.
      else if (element.localName === 'img') (element = new win.Image()).setAttribute(name, value as string)
      else return
      // It looks at its parts only when it is told to.
      if (element.localName === 'source') (element.parentNode as HTMLMediaElement | null)?.load?.()
      return new Promise<void>((done) => whenDone(element, done))
    }
    hold(found, replay, `${value as string}`.length, () => setTimeout(() => element.dispatchEvent(new Event('error'))))
  }

  /** Sets an attribute by `run`, at once or on approval. */
  const assign = (element: Element, given: unknown, value: unknown, run: (value: unknown) => unknown): unknown => {
    const name = loadingAttribute.exec(given as string)?.[1]?.toLowerCase()
    // Elsewhere than in a window nothing loads.
    if (!name || !element.ownerDocument.defaultView) return run(value)
    value = fix(value)
    if (name === 'style') return run(cleanse(value, (restore) => element.setAttribute(name, restore(element.getAttribute(name)!))))
    const found = find(element, name, `${value as string}`)
    if (isShut(found)) return keep(found, element, name, value, run)
    const end = found && track(found, () => element.removeAttribute(name))
    // Frames and films go on when they have loaded.
    if (end && /^(img|link|script|input)$/.test(element.localName)) whenDone(element, end)
    return run(value)
  }

  return { copy, read, scan, without, assign }
}

/** What the guards of elements have in common. */
export type Elements = ReturnType<typeof createElements>
