import type { Report } from '../types.js'
import { Categories } from '../core/categories.js'
import type { Permitted } from '../core/permissionCodec.js'
import { cookieValues, decodeDecision, OWN_COOKIE, SHARED_COOKIE, toStored } from '../core/permissionCodec.js'
import type { Known } from '../core/readKnown.js'

// A choice is encoded in one way only, and visitors make few different ones: what was decoded for one is decoded for all.
const decoded = new Map<string, Permitted | undefined>()
const MOST = 256
const LONGEST = 1024

const fromCookies = (cookies: string, { categories, policyVersion }: Known): Permitted | undefined => {
  const decode = () => decodeDecision(cookies, categories, policyVersion)
  if (categories !== Categories) return decode()
  // A value holds no semicolon, so no two questions have one key.
  let key = ''
  for (const value of cookieValues(cookies, SHARED_COOKIE)) key += `;s${value}`
  for (const value of cookieValues(cookies, OWN_COOKIE)) key += `;o${value}`
  if (policyVersion !== undefined) key += `;p${policyVersion}`
  if (key.length > LONGEST) return decode()
  if (!decoded.has(key)) {
    if (decoded.size >= MOST) decoded.clear()
    decoded.set(key, decode())
  }
  return decoded.get(key)
}

/** What is kept of the visitor's decision: in the cookies of the request, or in a storage of the site's own that answers at once. */
export const readStored = (cookies: string, known: Known, report: Report): Permitted | undefined => {
  const { storage, index, isStorageOn, policyVersion } = known
  if (!isStorageOn) return undefined
  if (!storage) return fromCookies(cookies, known)
  try {
    const kept: unknown = storage.load()
    // What answers later is too late here, as it is for the first moment of a page.
    Promise.resolve(kept).catch(report)
    return toStored(kept, index, policyVersion)
  } catch (error) {
    report(error)
    return undefined
  }
}
