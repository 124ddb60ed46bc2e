import { adobeRules } from './adobeRules.js'
import { type CategoryRule, type GateRules, readRules, type Store } from './readRules.js'

export type { CategoryRule, GateRules, NameRule, Rule, Store } from './readRules.js'

/** Answers the category of a name: `undefined` when no rule names it, `''` where none may, for it is the record of the decision. */
export type Matcher = (store: Store, name: string) => string | undefined

/** The names of the record of the visitor's decision, ours or the Web SDK's, which nothing ever gates. */
const decisionRecord = /^(adobeujs-optin|visitor-opt-in|kndctr_.+_consent(_check)?)$/

/** Lists the page's own rules and, after them, the known Adobe names. */
export const listRules = (rules?: GateRules, hasAdobe = true): CategoryRule[] => [...readRules(rules), ...readRules(hasAdobe ? adobeRules : {})]

/** Makes of rules a function that answers the category of a name; the first rule that fits decides. */
export const createMatcher =
  (rules: readonly CategoryRule[]): Matcher =>
  (store, name) =>
    // Unlike `test`, `search` is not misled by the flag `g`.
    decisionRecord.test(name) ? '' : rules.find((rule) => name.search(rule.expression) >= 0 && (rule.store ?? store) === store)?.category

/** The same, remembered: a page makes few names and asks for them again and again, and many rules cost no more than few. */
export const rememberNames = (categoryOf: Matcher): Matcher => {
  const known = new Map<string, string | undefined>()
  return (store, name) => {
    const key = store + name
    if (!known.has(key)) {
      // Who makes names without end pays for it, not the memory.
      if (known.size > 999) known.clear()
      known.set(key, categoryOf(store, name))
    }
    return known.get(key)
  }
}
