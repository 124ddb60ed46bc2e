import type { Report } from '../types.js'
import { adobeIndex } from '../core/categories.js'
import { createCall } from '../core/createCall.js'
import type { Permitted } from '../core/permissionCodec.js'
import { decodeDecision, OWN_COOKIE, SHARED_COOKIE, toStored } from '../core/permissionCodec.js'
import type { Known } from '../core/readKnown.js'

// A choice is encoded in one way only, and visitors make few different ones: what was decoded for one is decoded for all.
const decoded = new Map<string, Permitted | undefined>()
// All that the answer depends on.
const ours = RegExp(`(?:^|;)\\s*(?:${SHARED_COOKIE}|${OWN_COOKIE})=[^;]*`, 'g')

const fromCookies = (cookies: string, known: Known): Permitted | undefined => {
  const decode = () => toStored(decodeDecision(cookies), known)
  // Whoever sends more sends it to keep us busy, or remembering.
  if (known.index !== adobeIndex || cookies.length > 8192) return decode()
  // Each of ours but the first begins with a semicolon, and holds no other, so no two questions have one key.
  const key = `${cookies.match(ours)};${known.policyVersion}`
  if (!decoded.has(key)) {
    if (decoded.size > 255) decoded.clear()
    decoded.set(key, decode())
  }
  return decoded.get(key)
}

/** What is kept of the visitor's decision: in the cookies of the request, or in a storage of the site's own that answers at once. */
export const readStored = (cookies: string, known: Known, report: Report): Permitted | undefined => {
  const { storage, isOptInStorageEnabled } = known
  if (!storage) return isOptInStorageEnabled ? fromCookies(cookies, known) : undefined
  return createCall(report)(() => {
    const kept: unknown = storage.load()
    // What answers later is too late here, as it is for the first moment of a page.
    Promise.resolve(kept).catch(report)
    return toStored(kept, known)
  })
}
