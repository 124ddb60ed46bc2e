import type { CategoryIndex } from './categories.js'
import { OptInError, show } from './errors.js'
import type { Permitted } from './permissionCodec.js'
import { readPermitted } from './permissionCodec.js'

/** One category or a list, by value or name → their values; throws on what is none. */
export const readCategories = (index: CategoryIndex, categories: unknown): string[] => {
  const values = [categories].flat().map(index)
  if (!values.length || values.includes(undefined))
    throw new OptInError(
      'invalid-category',
      `[OptIn] Invalid category(-ies). Please use the \`OptIn.Categories\` enum. It got ${show(categories)}.`,
    )
  return values as string[]
}

/** `{ category: boolean }`, by value or name → by value, where a denial wins; throws on what is none. */
export const readDecision = (index: CategoryIndex, decision: unknown): Permitted => {
  const entries = Object.entries(Object(decision) as Readonly<Record<string, unknown>>)
  readCategories(index, entries.map(([key]) => key))
  for (const [key, permission] of entries)
    if (typeof permission !== 'boolean')
      throw new OptInError('invalid-permission', `[OptIn] The permission of "${key}" must be true or false; it got ${show(permission)}.`)
  return readPermitted([decision], index)
}

/** What is asked for: a list; with none given, all there are. */
export const listOf = (permissions: Permitted, categories: unknown): unknown[] => {
  const list = [categories ?? []].flat()
  return list.length && categories !== '' ? list : Object.keys(permissions)
}

/** Whether all of these are approved; with none given, whether all there are. */
export const areApproved = (permissions: Permitted, index: CategoryIndex, categories?: unknown): boolean => {
  // A single one is asked for again and again.
  const one = index(categories)
  if (one) return !!permissions[one]
  const values = listOf(permissions, categories)
  return values.length > 0 && values.every((one) => permissions[index(one) as string])
}
