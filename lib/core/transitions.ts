import type { DecideOptions, Source } from '../types.js'
import type { Permitted } from './permissionCodec.js'
import type { State } from './resolveState.js'

/** The permissions with a decision laid over them; the same object when nothing differs. */
const overlay = (permissions: State['permissions'], decision: Permitted): State['permissions'] =>
  Object.keys(decision).some((category) => permissions[category] !== decision[category])
    ? Object.freeze({ ...permissions, ...decision })
    : permissions

/**
 * Who wins, when several speak: the page, always; else the newest.
 *
 * But of answers in one turn of the event loop a denial wins, and a standing denial holds until the page approves.
 */
const settle = (state: State, decision: Permitted, source: Source, isStanding: boolean): State => {
  const turn = new Map(state.turn)
  const accepted: Record<string, boolean> = {}
  let { standing, overruled } = state
  for (const category of Object.keys(decision)) {
    const others = (turn.get(category) ?? []).filter((one) => one !== source)
    const stands = standing.includes(category)
    if (decision[category]) {
      if (source === 'page') {
        turn.delete(category)
        if (stands) overruled = [...overruled, category]
        standing = standing.filter((one) => one !== category)
      } else {
        turn.set(category, others)
        if (stands || others.length) continue
      }
    } else if (isStanding) {
      if (overruled.includes(category)) continue
      if (!stands) standing = [...standing, category]
    } else {
      turn.set(category, [...others, source])
      if (source === 'page') overruled = overruled.filter((one) => one !== category)
    }
    accepted[category] = decision[category] as boolean
  }
  return { ...state, turn, standing, overruled, permissions: overlay(state.permissions, accepted), since: isStanding ? state.since : { ...state.since, ...accepted } }
}

/** A decision → the state after it. */
export const decide = (state: State, decision: Permitted, { wait, source = 'page', standing = false }: DecideOptions = {}): State => {
  if (wait) return { ...state, staged: { ...state.staged, ...decision } }
  if (standing) return settle(state, decision, source, true)
  return source === 'page'
    ? { ...settle(state, { ...state.staged, ...decision }, source, false), staged: undefined, isDecided: true }
    : { ...settle(state, decision, source, false), isDecided: true }
}

/** Another resolved state → the state after it: the page's open round and standing denials stay, `since` lies over it. */
export const adopt = (state: State, resolved: State, since: Permitted): State => {
  const denied = Object.fromEntries(state.standing.map((category) => [category, false]))
  const permissions = overlay(overlay(resolved.permissions, since), denied)
  return {
    ...state,
    since,
    permissions: overlay(state.permissions, permissions),
    overruled: resolved.overruled,
    isDecided: resolved.isDecided || Object.keys(since).length > 0,
  }
}

/** The end of a turn: what was denied in it no longer holds against newer answers. */
export const endTurn = (state: State): State => ({ ...state, turn: new Map() })

/** The categories whose permission changed; `undefined` when neither a permission nor being decided did. */
export const changesBetween = (before: State, after: State): readonly string[] | undefined =>
  before.permissions === after.permissions && before.isDecided === after.isDecided
    ? undefined
    : Object.freeze(Object.keys(after.permissions).filter((category) => before.permissions[category] !== after.permissions[category]))
