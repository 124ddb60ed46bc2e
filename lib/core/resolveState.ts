import type { CategoryMap, Permissions, Status } from '../types.js'
import type { Permitted } from './permissionCodec.js'
import { isFilled } from './permissionCodec.js'
import type { Config } from './readConfig.js'

/** Everything that is known of the visitor's decision. Only `transitions.ts` computes a new one. */
export interface State {
  /** What holds now: a frozen snapshot, the same object until a permission changes. */
  readonly permissions: Permissions<CategoryMap>
  /** Whether a decision was completed, ever. */
  readonly isDecided: boolean
  /** The open round of the page. */
  readonly staged?: Permitted | undefined
  /** What was decided since the start, by anybody. */
  readonly since: Permitted
  /** Categories whose denial stands against everybody but the page. */
  readonly standing?: Permitted
  /** What each source said in this turn of the event loop. */
  readonly turn: Readonly<Record<string, Permitted>>
}

/** Where a decision stands, in ECID's words. */
export const statusOf = ({ staged, isDecided }: State): Status => (staged ? 'changed' : isDecided ? 'complete' : 'pending')

/**
 * Lays what is known over each other: defaults, pre-opt-in approvals, earlier permissions, the stored decision.
 *
 * Where opt-in does not apply everything is approved but what the visitor really denied: a no is kept.
 */
export const resolveState = (
  { categories, doesOptInApply, preOptInApprovals, previousPermissions }: Pick<Config, 'categories' | 'doesOptInApply' | 'preOptInApprovals' | 'previousPermissions'>,
  stored?: Permitted | null,
): State => {
  // Written out rather than spread: a server does this with every request.
  const permissions: Record<string, boolean> = {}
  for (const category of Object.values(categories)) permissions[category] = !doesOptInApply
  if (doesOptInApply) Object.assign(permissions, preOptInApprovals, previousPermissions)
  return {
    permissions: Object.freeze(Object.assign(permissions, stored)),
    isDecided: !!stored || isFilled(previousPermissions),
    since: {},
    turn: {},
  }
}
