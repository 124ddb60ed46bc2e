import type { CategoryMap, NoCategories, OptInConfig, Permissions, Status } from '../types.js'
import { resolveState, statusOf } from '../core/resolveState.js'
import type { CookieSource } from './cookieText.js'
import { cookieText } from './cookieText.js'
import { readSettings } from './readSettings.js'
import { readStored } from './readStored.js'

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
  const [settings, report] = readSettings(config)
  const state = resolveState(settings, readStored(cookieText(cookieHeader), settings, report))
  return { permissions: state.permissions as Permissions<More>, status: statusOf(state) }
}
