import type { Source } from '../types.js'
import { createEvents } from './events.js'
import type { Core, CoreParts } from './members.js'
import { createMembers } from './members.js'
import type { Permitted } from './permissionCodec.js'
import { isFilled } from './permissionCodec.js'
import type { Config } from './readConfig.js'
import type { State } from './resolveState.js'
import { resolveState, statusOf } from './resolveState.js'
import { adopt, changesBetween, decide, endTurn } from './transitions.js'

/** Holds the one state: stores a decision, then announces it. */
export const createCore = (config: Config, parts: CoreParts) => {
  const events = createEvents(parts.report)
  let state = resolveState(config)

  const commit = (next: State, source: Source, isCompletion: boolean, isToKeep = isCompletion): void => {
    const { permissions: previous, turn } = state
    const { permissions } = next
    const changed = changesBetween(state, next)
    state = next
    if (isFilled(next.turn) && !isFilled(turn))
      parts.afterTurn(() => {
        state = endTurn(state)
      })
    if (isToKeep) parts.save(permissions)
    if (changed || isCompletion)
      events.announce({
        change: changed && { permissions, previous, changed, status: statusOf(next), source },
        complete: isCompletion ? permissions : undefined,
      })
  }

  const settle: Core['settle'] = (decision, options = {}) => {
    const next = decide(state, decision, options)
    if (options.wait) state = next
    else commit(next, options.source ?? 'page', next.isDecided)
  }

  const forget: Core['forget'] = (source) => {
    if (source === 'reset') parts.save(undefined)
    const fresh = resolveState({ ...config, previousPermissions: {} })
    commit({ ...adopt(state, fresh, {}), staged: source === 'reset' ? undefined : state.staged }, source, false)
  }

  return {
    optIn: createMembers(config, { events, current: () => state, settle, forget }, parts),
    /** Takes what storage tells: at a late load what was decided since lies over it, from another tab it is the newest word. */
    adopt: (stored: Permitted | null | undefined, source: 'storage' | 'other-tab'): void => {
      const isLate = source === 'storage'
      if (stored) {
        const next = adopt(state, resolveState(config, stored), isLate ? state.since : {})
        if (changesBetween(state, next)) commit(next, source, true, isLate && isFilled(state.since))
      } else if (!isLate && state.isDecided) forget(source)
    },
  }
}
