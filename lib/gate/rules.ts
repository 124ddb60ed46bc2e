import { adobeRules } from './adobeRules.js'
import { type GateRules, readRules, type Store } from './readRules.js'

export type { CategoryRule, GateRules, NameRule, Rule, Store } from './readRules.js'

/** Answers the category of a name; `undefined` when no rule names it. */
export type Matcher = (store: Store, name: string) => string | undefined

/** Tells whether a name is a record of the visitor's decision, ours or the Web SDK's, which nothing ever gates. */
export const isDecisionRecord = (name: string): boolean =>
  /^(adobeujs-optin|visitor-opt-in|kndctr_.+_consent(_check)?)$/.test(name)

const testOf = (rule: string | RegExp): ((name: string) => boolean) => {
  // Unlike `test`, `search` is not misled by the flag `g`.
  if (typeof rule !== 'string') return (name) => name.search(rule) >= 0
  const [head = '', tail] = rule.split('*')
  return (name) => (tail === undefined ? name === rule : name.length >= rule.length - 1 && name.startsWith(head) && name.endsWith(tail))
}

/**
 * Reads rules into a function that answers the category of a name.
 *
 * The first rule that fits decides; the page's own come before the known Adobe names.
 */
export const createMatcher = (rules?: GateRules, options: { readonly adobeRules?: boolean | undefined } = {}): Matcher => {
  const list = [...readRules(rules), ...readRules(options.adobeRules === false ? {} : adobeRules)].map((rule) => ({ ...rule, fits: testOf(rule.name) }))
  const known = new Map<string, string | undefined>()
  return (store, name) => {
    const key = store + name
    if (!known.has(key)) {
      // A page makes few names, and many rules cost no more than few; who makes names without end pays for it, not the memory.
      if (known.size > 999) known.clear()
      const rule = list.find((rule) => rule.fits(name) && (rule.store ?? store) === store)
      known.set(key, isDecisionRecord(name) ? undefined : rule?.category)
    }
    return known.get(key)
  }
}
