import type { CategoryMap, OptInStorage } from '../types.js'
import type { CategoryIndex } from './categories.js'
import { addCategories, adobeIndex, Categories, indexCategories } from './categories.js'
import type { Call } from './createCall.js'
import type { Read } from './createReader.js'
import { toText } from './createReader.js'
import type { Permitted } from './permissionCodec.js'
import { readPermitted, toMap, toPermission } from './permissionCodec.js'

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
  const storage = value as Partial<OptInStorage>
  return typeof storage.load === 'function' && typeof storage.save === 'function' ? (storage as OptInStorage) : undefined
}

/** Reads them; a function that throws is reported, and `tell` is told what was left out of each map. */
export const readKnown = (read: Read, call: Call, tell?: (name: string, leftOut: readonly string[]) => void): Known => {
  const own = read('categories', toMap, 'a map of new names and new values, { NAME: "value" }')
  const categories = own ? addCategories(own) : Categories
  const index = own ? indexCategories(categories) : adobeIndex
  const readMap = (name: string, ask = (value: unknown) => value): Permitted =>
    read(name, (given) => {
      const value = ask(given) ?? ''
      const map = value === '' ? {} : toMap(value)
      const refused: string[] = []
      const permissions = readPermitted([map], index, refused)
      tell?.(name, map && !('then' in map) ? refused : ['all of it'])
      return permissions
    }) ?? {}

  // No answer is never a yes.
  const answer = read('doesOptInApply', (value) => (typeof value === 'function' ? (call(value as () => unknown) ?? true) : toPermission(value)))
  const storage = read('storage', toStorage, 'an object with the functions load and save')
  return {
    categories,
    index,
    storage,
    isOptInStorageEnabled: read('isOptInStorageEnabled'),
    policyVersion: read('policyVersion', toText(/./s), 'a text'),
    doesOptInApply: !!answer && answer !== 'false',
    preOptInApprovals: readMap('preOptInApprovals'),
    previousPermissions: readMap('previousPermissions', (value) => (typeof value === 'function' ? call(value as () => unknown) : value)),
  }
}
