import type { CategoryMap, NoCategories, OptInConfig, Permissions, Status } from '../types.js'
import { createCall } from '../core/createCall.js'
import { createReader } from '../core/createReader.js'
import { readKnown } from '../core/readKnown.js'
import { resolveState, statusOf } from '../core/resolveState.js'
import type { CookieSource } from './cookieText.js'
import { cookieText } from './cookieText.js'
import { readStored } from './readStored.js'
import { reporterOf } from './reporterOf.js'

/** What is known of a visitor's decision. */
export interface Reading<More extends CategoryMap = NoCategories> {
  readonly permissions: Permissions<More>
  readonly status: Status
}

/**
 * Answers what `createOptIn` answers in a browser with the same cookies and the same config.
 *
 * Takes a `Cookie` header, a list of them, a `Headers`, a `Request`, or a request of Node.
 * Throws `invalid-config` as `createOptIn` does; nothing a visitor sends makes it throw.
 *
 * @example
 * const { permissions, status } = readPermissions(request, { doesOptInApply: true, isOptInStorageEnabled: true })
 */
export const readPermissions = <const More extends CategoryMap = NoCategories>(
  cookieHeader: CookieSource,
  config?: OptInConfig<More>,
): Reading<More> => {
  const report = reporterOf(config)
  const known = readKnown(createReader(config), createCall(report))
  const state = resolveState(known, readStored(cookieText(cookieHeader), known, report))
  return { permissions: state.permissions as Permissions<More>, status: statusOf(state) }
}
