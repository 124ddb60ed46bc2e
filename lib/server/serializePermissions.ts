import type { CategoryMap, Decision, NoCategories, OptInConfig } from '../types.js'
import { createCall } from '../core/createCall.js'
import { createReader } from '../core/createReader.js'
import { OptInError } from '../core/errors.js'
import * as codec from '../core/permissionCodec.js'
import { readDecision } from '../core/questions.js'
import { readCookieSettings } from '../core/readCookieSettings.js'
import { readKnown } from '../core/readKnown.js'
import type { CookieSource } from './cookieText.js'
import { cookieText } from './cookieText.js'
import { reporterOf } from './reporterOf.js'

// RFC 6265bis, section 5.6: a browser takes no more for name and value together.
const MOST = 4096

/**
 * Answers the `Set-Cookie` values that make a decision known to the browser's side; a category left out is denied.
 *
 * Given the cookies of the request too, it keeps what other libraries store beside the decision.
 * Throws `invalid-category` and `invalid-permission` as `decide` does, `storage-failed` for what no cookie can hold.
 *
 * @example
 * response.setHeader('Set-Cookie', serializePermissions(permissions, config, request))
 */
export const serializePermissions = <const More extends CategoryMap = NoCategories>(
  permissions: Decision<More>,
  config?: OptInConfig<More>,
  cookieHeader?: CookieSource,
): string[] => {
  const read = createReader(config)
  const { categories, index, policyVersion } = readKnown(read, createCall(reporterOf(config)))
  const settings = readCookieSettings(read)
  const cookies = cookieText(cookieHeader)
  const decision = readDecision(index, permissions)
  const complete = Object.fromEntries(Object.values(categories).map((value) => [value, decision[value] === true]))
  const [shared, own] = codec.encodeDecision({ permissions: complete, policyVersion }, codec.sharedContent(cookies))

  const line = (name: string, text: string): string => {
    if (name.length + text.length > MOST)
      throw new OptInError('storage-failed', `[OptIn] The cookie "${name}" would be ${name.length + text.length} bytes; browsers take ${MOST}. Use shorter categories or a shorter policyVersion.`)
    return codec.cookieLine(name, settings.expiry > 0 ? text : '', settings, settings.domain)
  }
  return [line(codec.SHARED_COOKIE, shared), ...(own || cookies.includes(codec.OWN_COOKIE) ? [line(codec.OWN_COOKIE, own)] : [])]
}
