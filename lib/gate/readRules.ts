import { invalidConfig } from '../core/errors.js'

/** Where a page stores under a name. */
export type Store = 'cookie' | 'localStorage' | 'sessionStorage'

/** A name with more to say: where else to remove it, or in which store alone it counts. */
export interface NameRule {
  readonly name: string | RegExp
  /** Removed there too. */
  readonly domain?: string
  /** Removed there too. */
  readonly path?: string
  /** Counts in this store only; in all of them when left out. */
  readonly store?: Store
}

/** A name, a pattern with `*` (as in `prefix_*`), an expression, or an object with more to say. */
export type Rule = string | RegExp | NameRule

/** The names of each category. */
export type GateRules = Readonly<Record<string, readonly Rule[]>>

/** A rule with its category. */
export interface CategoryRule extends NameRule {
  readonly category: string
}

/** The stores there are. */
export const stores: readonly Store[] = ['cookie', 'localStorage', 'sessionStorage']

// What would end an attribute of a cookie, or be cut off by the browser.
const unfit = /[;\p{Cc}]/u

const isText = (value: unknown): boolean => value === undefined || (typeof value === 'string' && !unfit.test(value))

const isRule = ({ name, domain, path, store }: Partial<NameRule>): boolean =>
  (name instanceof RegExp || (typeof name === 'string' && !!name)) &&
  isText(domain) &&
  isText(path) &&
  (store === undefined || stores.includes(store))

/** Lists the rules one by one; throws `invalid-config` that names what is none. */
export const readRules = (rules: GateRules = {}): CategoryRule[] => {
  if (!rules || typeof rules !== 'object') throw invalidConfig('rules', rules, 'a map of categories to lists of names')
  return Object.keys(rules).flatMap((category) => {
    const list: unknown = rules[category]
    if (!Array.isArray(list)) throw invalidConfig(`rules.${category}`, list, 'a list of names')
    return list.map((given: Rule, index) => {
      const rule = typeof given === 'string' || given instanceof RegExp ? { name: given } : given
      if (rule && isRule(rule)) return { ...rule, category }
      throw invalidConfig(
        `rules.${category}[${index}]`,
        given,
        'a name, a prefix such as "x_*", an expression, or { name, domain?, path?, store? }',
      )
    })
  })
}
