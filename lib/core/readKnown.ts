import type { CategoryMap, OptInStorage } from '../types.js'
import type { CategoryIndex } from './categories.js'
import { addCategories, adobeIndex, Categories, indexCategories } from './categories.js'
import type { Call } from './createCall.js'
import type { Reader } from './createReader.js'
import { toMap, toText } from './createReader.js'
import type { Permitted } from './permissionCodec.js'
import { readPermitted, toObject } from './permissionCodec.js'

/** The settings that decide what is known of the visitor's decision, on a page and on a server alike. */
export interface Known {
  readonly doesOptInApply: boolean
  readonly categories: CategoryMap
  readonly index: CategoryIndex
  readonly preOptInApprovals: Permitted
  readonly previousPermissions: Permitted
  readonly isOptInStorageEnabled: boolean | undefined
  readonly storage: OptInStorage | undefined
  readonly policyVersion: string | undefined
}

const toStorage = (value: unknown) => {
  const storage = toObject(value) as Partial<OptInStorage> | undefined
  return typeof storage?.load === 'function' && typeof storage.save === 'function' ? (storage as OptInStorage) : undefined
}

/** Reads them; a map that cannot be used is left out with a warning, a function that throws is reported. */
export const readKnown = ({ given, read, isOn }: Reader, warn: (message: string) => void, call: Call): Known => {
  const own = read('categories', 'a map of new names and new values, { NAME: "value" }', toMap)
  const categories = own ? addCategories(own) : Categories
  const index = own ? indexCategories(categories) : adobeIndex
  const readMap = (name: string, value: unknown): Permitted => {
    const map = (value ?? '') === '' ? {} : toMap(value)
    const refused = map && !('then' in map) ? [] : ['all of it']
    const permissions = readPermitted([map], index, refused)
    if (refused.length) warn(`\`${name}\` must be a map { category: true or false }; left out: ${refused.join(', ')}.`)
    return permissions
  }

  const applies = given('doesOptInApply')
  const previous = given('previousPermissions')
  // No answer is never a yes.
  const answer = typeof applies === 'function' ? (call(applies as () => unknown) ?? true) : isOn('doesOptInApply')
  const storage = read('storage', 'an object with the functions load and save', toStorage)
  return {
    categories,
    index,
    storage,
    isOptInStorageEnabled: isOn('isOptInStorageEnabled'),
    policyVersion: read('policyVersion', 'a text', toText(/./s)),
    doesOptInApply: !!answer && answer !== 'false',
    preOptInApprovals: readMap('preOptInApprovals', given('preOptInApprovals')),
    previousPermissions: readMap('previousPermissions', typeof previous === 'function' ? call(previous as () => unknown) : previous),
  }
}
