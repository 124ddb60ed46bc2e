import type { Source } from '../types.js'
import { createEvents } from './events.js'
import type { Core, CoreParts } from './members.js'
import { createMembers } from './members.js'
import { isFilled } from './permissionCodec.js'
import type { Config } from './readConfig.js'
import type { State } from './resolveState.js'
import { resolveState, statusOf } from './resolveState.js'
import { adopt, changesBetween, decide, endTurn } from './transitions.js'

/** Holds the one state: stores a decision, then announces it. */
export const createCore = (config: Config, parts: CoreParts) => {
  const events = createEvents(parts.call)
  let state = resolveState(config)

  const commit = (next: State, source: Source, isCompletion: boolean, isToKeep = isCompletion): void => {
    const { permissions: previous } = state
    const { permissions } = next
    const changed = changesBetween(state, next)
    state = next
    if (isToKeep) parts.save(next.isDecided ? permissions : undefined)
    events.emit({
      change: changed && { permissions, previous, changed, status: statusOf(next), source },
      complete: isCompletion ? permissions : undefined,
    })
  }

  const settle: Core['settle'] = (decision, options = {}) => {
    const next = decide(state, decision, options)
    if (!isFilled(state.turn))
      parts.afterTurn(() => {
        state = endTurn(state)
      })
    commit(next, options.source ?? 'page', !options.wait && next.isDecided)
  }

  const take: Core['take'] = (stored, source) => {
    const isReset = source === 'reset'
    const fresh = resolveState(stored ? config : { ...config, previousPermissions: {} }, stored)
    const since = source === 'storage' ? state.since : {}
    const next = adopt(isReset ? { ...state, staged: undefined, turn: {} } : state, fresh, since)
    if (isReset || changesBetween(state, next)) commit(next, source, !!stored, isReset || isFilled(since))
  }

  return { optIn: createMembers(config, { events, current: () => state, settle, take }, parts), take }
}
