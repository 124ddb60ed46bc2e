import type { CategoryIndex } from './categories.js'
import { OptInError, show } from './errors.js'
import type { Permitted } from './permissionCodec.js'

/** One category or a list, by value or name → their values; throws on what is none. */
export const readCategories = (index: CategoryIndex, categories: unknown): string[] => {
  const list: readonly unknown[] = Array.isArray(categories) ? categories : [categories]
  const values = Array.from(list, (one) => index.get(one))
  if (!values.length || values.includes(undefined))
    throw new OptInError(
      'invalid-category',
      `[OptIn] Invalid category(-ies). Please use the \`OptIn.Categories\` enum. It got ${show(categories)}; there are ${[...new Set(index.values())].join(', ')}.`,
    )
  return values as string[]
}

/** `{ category: boolean }`, by value or name → by value, where a denial wins; throws on what is none. */
export const readDecision = (index: CategoryIndex, decision: unknown): Permitted => {
  const map = (typeof decision === 'object' && decision) || {}
  const read: Record<string, boolean> = {}
  const keys = Object.keys(map)
  readCategories(index, keys).forEach((category, at) => {
    const permission: unknown = map[keys[at] as keyof typeof map]
    if (typeof permission !== 'boolean')
      throw new OptInError('invalid-permission', `[OptIn] The permission of "${category}" must be true or false; it got ${show(permission)}.`)
    read[category] = permission && read[category] !== false
  })
  return read
}

/** Whether all of these are approved; with none given, whether all there are. */
export const areApproved = (permissions: Permitted, index: CategoryIndex, categories?: unknown): boolean => {
  if (typeof categories === 'string' && categories) return (permissions[categories] ?? permissions[index.get(categories) as string]) === true
  const list: readonly unknown[] = Array.isArray(categories) ? categories : categories === undefined || categories === null || categories === '' ? [] : [categories]
  const values: readonly unknown[] = list.length ? list : Object.keys(permissions)
  return values.every((one) => permissions[index.get(one) as string] === true)
}
