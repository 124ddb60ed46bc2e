import type { DecideOptions } from '../types.js'
import type { Permitted } from './permissionCodec.js'
import type { State } from './resolveState.js'

/** The categories on which the second does not say what the first does. */
const differences = (before: Permitted, after: Permitted): string[] => Object.keys(after).filter((category) => before[category] !== after[category])

/** The permissions with a decision laid over them; the same object when nothing differs. */
const overlay = (permissions: State['permissions'], decision: Permitted): State['permissions'] =>
  differences(permissions, decision).length ? Object.freeze({ ...permissions, ...decision }) : permissions

/**
 * A decision → the state after it. A plain decision of the page ends its open round; others take effect beside it.
 *
 * Who wins, when several speak: the page, always; else the newest.
 * But of answers in one turn of the event loop a denial wins, and a standing denial holds until the page approves.
 */
export const decide = (state: State, decision: Permitted, { wait, source = 'page', standing: isStanding }: DecideOptions = {}): State => {
  const staged = { ...state.staged, ...decision }
  if (wait) return { ...state, staged }
  const isPage = source === 'page' && !isStanding
  const said = isPage ? staged : decision
  const turn = isStanding ? state.turn : { ...state.turn, [source]: { ...state.turn[source], ...said } }
  const standing = { ...state.standing }
  const accepted: Record<string, boolean> = {}
  for (const [category, permission] of Object.entries(said)) {
    if (isPage && permission) delete standing[category]
    if (isStanding && !permission) standing[category] = false
    const isHeldBack = permission && !isPage && [...Object.values(turn), standing].some((one) => one[category] === false)
    if (!isHeldBack) accepted[category] = permission
  }
  return {
    permissions: overlay(state.permissions, accepted),
    isDecided: !isStanding || state.isDecided,
    staged: isPage ? undefined : state.staged,
    since: isStanding ? state.since : { ...state.since, ...accepted },
    standing,
    turn,
  }
}

/** Another resolved state → the state after it: the page's open round and standing denials stay, `since` lies over it. */
export const adopt = (state: State, { permissions, isDecided }: State, since: Permitted): State => ({
  ...state,
  isDecided,
  permissions: overlay(state.permissions, { ...permissions, ...since, ...state.standing }),
})

/** The end of a turn: what was denied in it no longer holds against newer answers. */
export const endTurn = (state: State): State => ({ ...state, turn: {} })

/** The categories whose permission changed; nothing when neither a permission nor being decided did. */
export const changesBetween = (before: State, after: State): readonly string[] | undefined => {
  const changed = differences(before.permissions, after.permissions)
  return changed.length || before.isDecided !== after.isDecided ? changed : undefined
}
