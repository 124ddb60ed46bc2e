import { indexCategories } from '../core/categories.js'
import { invalidConfig } from '../core/errors.js'
import type { AnyOptIn } from '../types.js'
import { toList } from './toList.js'
import type { Settings } from './turbine.js'

/**
 * The setting `categories`, or `category`, of a rule component: names or values, in a list or in a text with commas.
 *
 * Nothing chosen is an empty list; what is no category throws `invalid-config`, also a data element without a value.
 */
export const readCategories = ({ Categories }: AnyOptIn, settings: Settings): string[] => {
  const option = ['categories', 'category'].find((name) => Object.hasOwn(settings, name))
  if (!option) return []
  const index = indexCategories(Categories)
  return toList(settings[option]).map((one) => {
    const category = index(one)
    if (category === undefined) throw invalidConfig(option, settings[option], 'made of categories')
    return category
  })
}
