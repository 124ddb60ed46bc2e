import { adobeRules } from './adobeRules.js'
import { type CategoryRule, type GateRules, readRules, type Store, stores } from './readRules.js'

export type { CategoryRule, GateRules, NameRule, Rule, Store } from './readRules.js'

/** Answers the category of a name; `undefined` when no rule names it. */
export type Matcher = (store: Store, name: string) => string | undefined

/** Tells whether a name is a record of the visitor's decision, ours or the Web SDK's, which nothing ever gates. */
export const isDecisionRecord = (name: string): boolean =>
  /^(adobeujs-optin|visitor-opt-in|kndctr_.+_consent(_check)?)$/.test(name)

const toExpression = (name: string | RegExp): RegExp =>
  typeof name === 'string'
    ? new RegExp(`^${name.replace(/[\\^$.+?()[\]{}|]/g, '\\$&').replace(/\*/g, '.*')}$`, 's')
    : // `g` and `y` would make an answer depend on the question before.
      new RegExp(name.source, name.flags.replace(/[gy]/g, ''))

// An exact name is looked up, a prefix is looked up once per length: many rules cost hardly more than few.
const createIndex = (rules: readonly CategoryRule[]) => {
  const exact = new Map<string, string>()
  const prefixes = new Map<string, string>()
  const expressions: (readonly [RegExp, string])[] = []
  for (const { name, category } of rules) {
    if (typeof name !== 'string' || /\*./s.test(name)) {
      expressions.push([toExpression(name), category])
      continue
    }
    const isPrefix = name.endsWith('*')
    const [map, key] = isPrefix ? [prefixes, name.slice(0, -1)] : [exact, name]
    if (!map.has(key)) map.set(key, category)
  }
  const lengths = [...new Set([...prefixes.keys()].map((prefix) => prefix.length))].sort((a, b) => b - a)

  return (name: string): string | undefined => {
    let found = exact.get(name)
    for (const length of lengths) found ??= prefixes.get(name.slice(0, length))
    return found ?? expressions.find(([expression]) => expression.test(name))?.[1]
  }
}

/**
 * Reads rules into a function that answers the category of a name.
 *
 * The page's own rules come before the known Adobe names; of several that fit, an exact name comes first,
 * then the longest prefix, then expressions in their order.
 */
export const createMatcher = (rules?: GateRules, options: { readonly adobeRules?: boolean } = {}): Matcher => {
  const own = readRules(rules)
  const known = options.adobeRules === false ? [] : readRules(adobeRules)
  const indexes = new Map(
    stores.map((store) => {
      const of = (list: readonly CategoryRule[]) => createIndex(list.filter((rule) => !rule.store || rule.store === store))
      return [store, { layers: [of(own), of(known)], answers: new Map<string, string | undefined>() }]
    }),
  )

  return (store, name) => {
    const { layers, answers } = indexes.get(store)!
    if (answers.has(name)) return answers.get(name)
    const category = isDecisionRecord(name) ? undefined : (layers[0]!(name) ?? layers[1]!(name))
    // A page makes few names; whoever makes them without end pays for it, not the memory.
    if (answers.size > 999) answers.clear()
    answers.set(name, category)
    return category
  }
}
