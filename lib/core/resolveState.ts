import type { Permissions, CategoryMap, Source, Status } from '../types.js'
import type { Config } from './readConfig.js'
import type { Permitted, Stored } from './permissionCodec.js'

/** Everything that is known of the visitor's decision. Only `transitions.ts` computes a new one. */
export interface State {
  /** What holds now: a frozen snapshot, the same object until a permission changes. */
  readonly permissions: Permissions<CategoryMap>
  /** Whether a decision was completed, ever. */
  readonly isDecided: boolean
  /** The open round of the page. */
  readonly staged: Permitted | undefined
  /** What was decided since the start, by anybody. */
  readonly since: Permitted
  /** Categories whose denial stands against everybody but the page. */
  readonly standing: readonly string[]
  /** Categories that the page approved against a standing denial. */
  readonly overruled: readonly string[]
  /** Who denied a category in this turn of the event loop. */
  readonly turn: ReadonlyMap<string, readonly Source[]>
}

/** Where a decision stands, in ECID's words. */
export const statusOf = (state: State): Status => (state.staged ? 'changed' : state.isDecided ? 'complete' : 'pending')

type Known = Pick<Config, 'categories' | 'doesOptInApply' | 'preOptInApprovals' | 'previousPermissions'>

/**
 * Lays what is known over each other: defaults, pre-opt-in approvals, earlier permissions, the stored decision.
 *
 * Where opt-in does not apply everything is approved but what the visitor really denied: a no is kept.
 */
export const resolveState = (known: Known, stored?: Stored): State => {
  const { doesOptInApply } = known
  const permissions: Record<string, boolean> = {}
  for (const category of Object.values(known.categories)) permissions[category] = !doesOptInApply
  if (doesOptInApply) Object.assign(permissions, known.preOptInApprovals, known.previousPermissions)
  return {
    permissions: Object.freeze(Object.assign(permissions, stored?.permissions)),
    isDecided: !!stored || Object.keys(known.previousPermissions).length > 0,
    staged: undefined,
    since: {},
    standing: [],
    overruled: stored?.overruled ?? [],
    turn: new Map(),
  }
}
