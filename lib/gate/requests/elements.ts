import { addressesOf, isLoadingLink, loadingAttributes } from './addresses.js'
import type { Cleanse } from './cleanse.js'
import type { Realm } from './realm.js'
import { fix } from './realm.js'
import type { Found } from './holding.js'

const selector = loadingAttributes.map((name) => `[*|${name}]`).join()

/** Makes what the guards of attributes, of markup and of insertion have in common. */
export const createElements = ({ win, judge, isOpen, isAllOpen, hold, track }: Realm, cleanse: Cleanse) => {
  const inert = win.document.implementation.createHTMLDocument('')
  const setInner = Object.getOwnPropertyDescriptor(win.Element.prototype, 'innerHTML')!.set!

  /** Reads markup where nothing loads. */
  const read = (markup: unknown): HTMLTemplateElement => {
    const template = inert.createElement('template')
    setInner.call(template, markup)
    return template
  }
  const find = (element: Element, name: string, value: unknown, rel = element.getAttribute('rel') ?? ''): Found | undefined => {
    const founds =
      name === 'srcdoc'
        ? scan(read(value).content).map(([inner, attribute]) => find(inner, attribute.localName, attribute.value))
        : addressesOf(element.localName, name, `${value as string}`, rel).map(judge)
    return founds.find((found) => found && !isOpen(found)) ?? founds.find(Boolean)
  }
  const scanOne = (element: Element, rel?: string) =>
    [...element.attributes].flatMap((attribute) => {
      const found = loadingAttributes.includes(attribute.localName) && find(element, attribute.localName, attribute.value, rel)
      return found && !isOpen(found) ? [[element, attribute] as const] : []
    })
  /** Lists the attributes in a tree that must not load now. */
  const scan = (root: ParentNode & Node): (readonly [Element, Attr])[] =>
    isAllOpen() ? [] : [...(root.nodeType === 1 ? [root as Element] : []), ...(root.firstElementChild ? root.querySelectorAll(selector) : [])].flatMap((element) => scanOne(element))
  /** Does something without some attributes; set again afterwards, each of them is held. */
  const without = (attributes: ReturnType<typeof scan>, run: () => unknown): unknown => {
    for (const [element, attribute] of attributes) element.removeAttributeNode(attribute)
    const result = run()
    for (const [element, attribute] of attributes) element.setAttributeNode(attribute)
    return result
  }

  const whenDone = (element: Element, listener: () => void) => {
    for (const type of ['load', 'error', 'loadedmetadata']) element.addEventListener(type, listener, { once: true })
  }
  const load = (found: Found, element: Element, name: string, apply: () => unknown): unknown => {
    const end = track(found, () => element.removeAttribute(name))
    // Frames and films go on when they have loaded.
    if (/^(img|link|script|input)$/.test(element.localName)) whenDone(element, end)
    return apply()
  }
  const keep = (found: Found, element: Element, name: string, value: string, apply: () => unknown): void => {
    const before = element.getAttribute(name)
    const replay = () => {
      const isSame = element.getAttribute(name) === before
      // One image often serves as many pixels: each of them leaves.
      if (!isSame && element.localName === 'img') element = new win.Image()
      else if (!isSame) return
      load(found, element, name, isSame ? apply : () => element.setAttribute(name, value))
      // It looks at its parts only when it is told to.
      if (element.localName === 'source') (element.parentNode as HTMLMediaElement | null)?.load?.()
      return new Promise<void>((done) => whenDone(element, done))
    }
    const refuse = () => {
      if (!/^(ping|background)$/.test(name)) setTimeout(() => element.dispatchEvent(new win.Event('error')))
    }
    hold(found, replay, value.length, refuse)
  }

  return {
    inert,
    read,
    scan,
    without,
    /** Sets an attribute by `apply`, at once or on approval. */
    assign: (element: Element, name: string, given: unknown, apply: (value: unknown) => unknown): unknown => {
      if (!loadingAttributes.includes(name)) return apply(given)
      const value = fix(given)
      const run = () => apply(value)
      // Elsewhere than in a window nothing loads.
      if (!element.ownerDocument.defaultView) return run()
      if (name === 'style') return apply(cleanse(value, (restore) => element.setAttribute(name, restore(element.getAttribute(name)!))))
      if (name === 'rel' && isLoadingLink(value as string)) return without(scanOne(element, value as string), run)
      const found = find(element, name, value)
      return !found ? run() : isOpen(found) ? load(found, element, name, run) : keep(found, element, name, `${value as string}`, run)
    },
  }
}

/** What the guards of elements have in common. */
export type Elements = ReturnType<typeof createElements>
