import { invalidConfig } from '../core/errors.js'

/** Where a page stores under a name. */
export type Store = 'cookie' | 'localStorage' | 'sessionStorage'

/** A name with more to say: where else to remove it, or in which store alone it counts. */
export interface NameRule {
  readonly name: string | RegExp
  /** Removed there too. */
  readonly domain?: string | undefined
  /** Removed there too. */
  readonly path?: string | undefined
  /** Counts in this store only; in all of them when left out. */
  readonly store?: Store | undefined
}

/** A name, a pattern with `*` (as in `prefix_*`), an expression, or an object with more to say. */
export type Rule = string | RegExp | NameRule

/** The names of each category. */
export type GateRules = Readonly<Record<string, readonly Rule[]>>

/** A rule with its category. */
export interface CategoryRule extends NameRule {
  readonly category: string
  /** What the name is compared with. */
  readonly expression: RegExp
}

/** The stores there are. */
export const stores: readonly Store[] = ['cookie', 'localStorage', 'sessionStorage']

/** Lists the rules one by one; throws `invalid-config` that names what is none. */
export const readRules = (rules: GateRules = {}): CategoryRule[] =>
  Object.entries<unknown>(Object(rules) === rules ? rules : { '*': rules }).flatMap(([category, list]) =>
    [list].flat().map((given) => {
      const rule = { name: given, ...(typeof given === 'string' ? {} : (given as object)) } as NameRule
      const { name, store = 'cookie' } = rule
      // A name has one star at most.
      const isName = name instanceof RegExp || (typeof name === 'string' && name && !(2 in name.split('*')))
      if (!Array.isArray(list) || !isName || !stores.includes(store))
        throw invalidConfig(`rules.${category}`, given, 'a list of names, "x_*", expressions or { name, domain?, path?, store? }')
      const expression = typeof name === 'string' ? RegExp(`^${name.replace(/\W/g, '\\$&').replace('\\*', '[^]*')}$`) : name
      return { ...rule, category, expression }
    }),
  )
