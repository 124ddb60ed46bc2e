import { addCategories, indexCategories } from '../../core/categories.js'
import { toMap, toPermission } from '../../core/permissionCodec.js'
import type { CategoryMap } from '../../types.js'

/** Says what is wrong with a value, and nothing when it is fine; `known` are the categories there are. */
export type Check = (value: never, known: CategoryMap) => string | undefined

/** Whether a text is one data element and nothing else. */
export const isElement = (value: unknown): boolean => typeof value === 'string' && /^%[^%]+%$/.test(value)

const unknownOf = (names: readonly unknown[], known: CategoryMap): unknown =>
  names.find((name) => !isElement(name) && !indexCategories(known)(name))

const categories = (names: readonly unknown[], known: CategoryMap): string | undefined => {
  const unknown = unknownOf(names.flat(), known)
  return unknown === undefined ? undefined : `“${String(unknown)}” is no category. There are ${Object.values(known).join(', ')}; a data element stands between percent signs.`
}

const text = (fits: RegExp, fault: string) => (value: string) => (/%[^%]+%/.test(value) || fits.test(value) ? undefined : fault)

/** The checks that a form names with `data-check`, `data-lines` or `data-kind`. */
export const checks: Readonly<Record<string, Check>> = {
  domain: text(/^[^\s;,:/%]+$/, 'This is no domain. Enter one such as example.com, or a data element.'),
  expiry: text(/^(\d+|SESSION|NONE)$/, 'This is no lifetime. Enter seconds such as 2592000, SESSION, or a data element.'),
  name: text(/^[A-Za-z_$][\w$]*$/, 'This is no name of a function. Enter one such as alloy, or a data element.'),
  categories,
  category: (value: string, known) => categories([value], known),
  permissions: (value: unknown, known) => {
    if (isElement(value)) return undefined
    const map = toMap(value)
    if (!map || !Object.keys(map).length) return 'This is neither a data element nor a map such as { "aa": true }.'
    const [name] = Object.entries(map).find(([, permission]) => toPermission(permission) === undefined && !isElement(permission)) ?? []
    return name === undefined ? categories(Object.keys(map), known) : `“${name}” must be true or false.`
  },
  map: (value: Readonly<Record<string, unknown>>, known) => categories(Object.values(value), known),
  rules: (value: Readonly<Record<string, unknown>>, known) => categories(Object.keys(value), known),
  names: (value: Readonly<Record<string, unknown>>) => {
    try {
      addCategories(value)
      return undefined
    } catch {
      return 'These are no new categories: every name and every value must be new, and none that Adobe has.'
    }
  },
}
