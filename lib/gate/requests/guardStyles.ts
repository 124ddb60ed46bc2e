import type { Cleanse } from './cleanse.js'
import type { Realm } from './realm.js'

const loading = /^-?(webkit-?)?(background|border-?image|mask-?box|clip-?path|content$|cursor|fill|filter|backdrop|list|marker|mask|shape|stroke|box-?refl)/i

/** Guards styles set by script: properties one by one, whole texts, rules. */
export const guardStyles = ({ win, wrap, swap }: Realm, cleanse: Cleanse): void => {
  const { style } = win.document.documentElement
  for (const [at, name] of ['cssText', 'setProperty'].entries())
    wrap<CSSStyleDeclaration>('CSSStyleDeclaration', name, (native) => (style, args) => {
      if (args[at] !== null) args[at] = cleanse(args[at], (restore) => (style.cssText = restore(style.cssText)))
      return native(style, args)
    })
  // Each of these is `setProperty` by another name. Firefox keeps them on the nearest prototype, Chromium on each object, behind the prototype.
  for (const name in style)
    if (loading.test(name)) {
      const property = name.replace(/[A-Z]/g, '-$&').toLowerCase().replace(/^webkit/, '-webkit')
      for (const key of [name, property])
        swap(Object.getPrototypeOf(style) as object, key, {
          get(this: CSSStyleDeclaration) {
            return this.getPropertyValue(property)
          },
          set(this: CSSStyleDeclaration, value: string) {
            this.setProperty(property, value)
          },
        })
    }

  for (const kind of ['CSSStyleSheet', 'CSSGroupingRule'])
    wrap<CSSStyleSheet>(kind, 'insertRule', (native) => (rules, [text, index = 0]) => {
      let rule: CSSRule | undefined
      const put = (at: unknown) => {
        const place = native(rules, [now, at]) as number
        rule = rules.cssRules[place]
        return place
      }
      // The rule goes in without its held addresses, and once more with them.
      let now = cleanse(text, (restore) => {
        const at = [...rules.cssRules].indexOf(rule!)
        if (at < 0) return
        rules.deleteRule(at)
        now = restore(now)
        put(at)
      })
      return put(index)
    })
}
