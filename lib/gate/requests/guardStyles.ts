import type { Cleanse } from './cleanse.js'
import type { Realm } from './realm.js'

const loading = /background|image|mask|path|content|cursor|fil|list|marker|shape|stroke|reflect/i

/** Guards styles set by script: properties one by one, whole texts, rules. */
export const guardStyles = ({ win, wrap }: Realm, cleanse: Cleanse, undos: (() => void)[]): void => {
  const { style } = win.document.documentElement
  wrap<CSSStyleDeclaration>('CSSStyleDeclaration', 'cssText setProperty', (run, args, style, name) => {
    const at = name === 'cssText' ? 0 : 1
    if (args[at] !== null) args[at] = cleanse(args[at], (restore) => (style.cssText = restore(style.cssText)))
    return run(args)
  })
  // Each of these is `setProperty` by another name. Firefox keeps them on the nearest prototype, Chromium on each object, behind the prototype.
  const owner = Object.getPrototypeOf(style) as object
  const dashed = (name: string) => name.replace(/[A-Z]/g, '-$&').toLowerCase().replace(/^webkit/, '-webkit')
  const names = new Set<string>()
  for (const name in style) if (loading.test(name)) names.add(name).add(dashed(name))
  for (const name of names) {
    const property = dashed(name)
    const native = Object.getOwnPropertyDescriptor(owner, name)
    Object.defineProperty(owner, name, {
      configurable: true,
      get(this: CSSStyleDeclaration) {
        return this.getPropertyValue(property)
      },
      set(this: CSSStyleDeclaration, value: string) {
        this.setProperty(property, value)
      },
    })
    undos.push(() => (native ? Object.defineProperty(owner, name, native) : Reflect.deleteProperty(owner, name)))
  }

  wrap<CSSStyleSheet>('CSSStyleSheet CSSGroupingRule', 'insertRule', (run, [text, index = 0], rules) => {
    let rule: CSSRule | undefined
    // The rule goes in without its held addresses, and once more with them.
    const edit = (restore: (text: string) => string) => {
      const at = [...rules.cssRules].indexOf(rule!)
      if (at < 0) return
      const whole = restore(rule!.cssText)
      rules.deleteRule(at)
      rule = rules.cssRules[run([whole, at]) as number]
    }
    const place = run([cleanse(text, edit), index]) as number
    rule = rules.cssRules[place]
    return place
  })
}
