import { toPermission } from '../core/permissionCodec.js'
import type { Settings } from './turbine.js'

// The units of Adobe's form; it counts a month as thirty days.
const seconds: Settings = { Minutes: 60, Hours: 3600, Days: 86_400, Weeks: 604_800, Months: 2_592_000, Years: 31_536_000 }

/**
 * Understands settings of DTM and of Adobe's ECID extension; settings of our own names are left as they are.
 *
 * `doesOptInApply` by data element stands there in `optInCallback`, the pre-approvals of the form in
 * `preOptInApprovalInput`, the unit of `optInStorageExpiry` in `timeUnit`, all else of VisitorAPI in `variables`,
 * DTM's list `[{ name, value }]`.
 */
export const carryOver = (settings: Settings): Settings => {
  const { variables, optInCallback, preOptInApprovalInput, timeUnit, ...own } = settings
  const fromVariables = [variables].flat().map((one) => [Object(one).name, Object(one).value] as const)
  const given: Record<string, unknown> = { ...Object.fromEntries(fromVariables), ...own }
  if ('optInCallback' in settings && toPermission(given['doesOptInApply']) === undefined) given['doesOptInApply'] = optInCallback
  if (preOptInApprovalInput) given['preOptInApprovals'] ||= preOptInApprovalInput
  const lifetime = Number(given['optInStorageExpiry']) * Number(seconds[String(timeUnit)])
  if (lifetime) given['optInStorageExpiry'] = lifetime
  return given
}
