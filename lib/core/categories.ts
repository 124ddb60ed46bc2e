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
export type CategoryIndex = ReadonlyMap<unknown, string>

/** Every category by value and by name. */
export const indexCategories = (categories: CategoryMap): CategoryIndex =>
  new Map(Object.entries(categories).flatMap(([name, value]) => [[name, value], [value, value]]))

/** Adobe's categories by value and by name. */
export const adobeIndex: CategoryIndex = indexCategories(Categories)

/** Adobe's categories and those of the page's own; a name or value that exists already is refused. */
export const addCategories = (own: Readonly<Record<string, unknown>>): CategoryMap => {
  const all: Record<string, string> = { ...Categories }
  for (const [name, value] of Object.entries(own)) {
    const taken = indexCategories(all)
    if (!name || !value || typeof value !== 'string' || /__proto__/.test(name + value) || taken.has(name) || taken.has(value))
      throw invalidConfig('categories', { [name]: value }, 'a map of new names and new values, { NAME: "value" }')
    all[name] = value
  }
  return Object.freeze(all)
}
