import type { Report } from '../types.js'
import { adobeIndex } from '../core/categories.js'
import type { Permitted } from '../core/permissionCodec.js'
import { decodeDecision, OWN_COOKIE, SHARED_COOKIE, toStored } from '../core/permissionCodec.js'
import type { Known } from '../core/readKnown.js'

// A choice is encoded in one way only, and visitors make few different ones: what was decoded for one is decoded for all.
const decoded = new Map<string, Permitted | undefined>()
// Characters; a longer question is not remembered.
const LONGEST = 1024

/** What stands between two semicolons and holds one of our names: all that the answer depends on. */
const ours = (cookies: string): string => {
  let found = ''
  for (const name of [SHARED_COOKIE, OWN_COOKIE])
    for (let at = 0, end = 0; end >= 0 && found.length <= LONGEST && (at = cookies.indexOf(`${name}=`, end)) >= 0; ) {
      end = cookies.indexOf(';', at)
      found += `${cookies.slice(cookies.lastIndexOf(';', at) + 1, end < 0 ? undefined : end)};`
    }
  return found
}

const fromCookies = (cookies: string, { index, policyVersion }: Known): Permitted | undefined => {
  const decode = () => toStored(decodeDecision(cookies), index, policyVersion)
  // Between semicolons there is none, so no two questions have one key.
  const key = `${ours(cookies)};${policyVersion}`
  if (index !== adobeIndex || key.length > LONGEST) return decode()
  if (!decoded.has(key)) {
    if (decoded.size > 255) decoded.clear()
    decoded.set(key, decode())
  }
  return decoded.get(key)
}

/** What is kept of the visitor's decision: in the cookies of the request, or in a storage of the site's own that answers at once. */
export const readStored = (cookies: string, known: Known, report: Report): Permitted | undefined => {
  const { storage, index, isOptInStorageEnabled, policyVersion } = known
  if (!storage) return isOptInStorageEnabled ? fromCookies(cookies, known) : undefined
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
