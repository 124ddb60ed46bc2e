import { toPermission } from '../core/permissionCodec.js'
import type { Settings } from './turbine.js'

// The units of Adobe's form; it counts a month as thirty days.
const seconds = new Map<unknown, number>(
  Object.entries({ Minutes: 60, Hours: 3600, Days: 86_400, Weeks: 604_800, Months: 2_592_000, Years: 31_536_000 }),
)

/** DTM's list `[{ name, value }]` → settings. */
const fromVariables = (variables: unknown): Settings =>
  Object.fromEntries(
    [variables].flat().map((one) => {
      const { name, value } = Object(one) as { name?: PropertyKey; value?: unknown }
      return [name, value]
    }),
  )

/**
 * Understands settings of DTM and of Adobe's ECID extension; settings of our own names are left as they are.
 *
 * `doesOptInApply` by data element stands there in `optInCallback`, the pre-approvals of the form in
 * `preOptInApprovalInput`, the unit of `optInStorageExpiry` in `timeUnit`, all else of VisitorAPI in `variables`.
 */
export const carryOver = (settings: Settings): Settings => {
  const { variables, optInCallback, preOptInApprovalInput, timeUnit, ...own } = settings
  const given: Record<string, unknown> = { ...fromVariables(variables), ...own }
  if ('optInCallback' in settings && toPermission(given['doesOptInApply']) === undefined) given['doesOptInApply'] = optInCallback
  if (preOptInApprovalInput) given['preOptInApprovals'] ||= preOptInApprovalInput
  const unit = seconds.get(timeUnit)
  const expiry = Number(given['optInStorageExpiry'])
  if (unit && expiry) given['optInStorageExpiry'] = expiry * unit
  return given
}
