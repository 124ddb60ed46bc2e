import type { AdobeCategories, CategoryMap } from '../types.js'
import { invalidConfig } from './errors.js'

/** Adobe's categories, by the names ECID gives them. */
export const Categories: AdobeCategories = Object.freeze({
  AAM: 'aam',
  ADCLOUD: 'adcloud',
  ANALYTICS: 'aa',
  CAMPAIGN: 'campaign',
  ECID: 'ecid',
  LIVEFYRE: 'livefyre',
  TARGET: 'target',
  MEDIA_ANALYTICS: 'mediaaa',
})

/** Finds the value of a category by its value or its name. */
export type CategoryIndex = (category: unknown) => string | undefined

/** Finds every category by value and by name. */
export const indexCategories = (categories: CategoryMap): CategoryIndex => {
  const values = { ...categories, ...Object.fromEntries(Object.values(categories).map((value) => [value, value])) }
  // A literal without a prototype would be a table for engines, which is many times slower to read.
  const found = Object.setPrototypeOf(values, null) as Readonly<Record<string, string | undefined>>
  return (category) => (typeof category === 'string' ? found[category] : undefined)
}

/** Finds Adobe's categories by value and by name. */
export const adobeIndex: CategoryIndex = indexCategories(Categories)

/** Adobe's categories and those of the page's own; a name or value that exists already is refused. */
export const addCategories = (own: Readonly<Record<string, unknown>>): CategoryMap => {
  const all: Record<string, string> = { ...Categories }
  for (const [name, value] of Object.entries(own)) {
    const taken = indexCategories(all)
    // No map can hold `__proto__`.
    if ([name, value].some((one) => !one || typeof one !== 'string' || one === '__proto__' || taken(one)))
      throw invalidConfig('categories', { [name]: value }, 'a map of new names and new values, { NAME: "value" }')
    all[name] = value as string
  }
  return Object.freeze(all)
}
