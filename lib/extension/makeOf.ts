import type { Report } from '../types.js'
import type { Settings } from './turbine.js'

/** A copy of settings without what stands at a place, or as near to it as there is; `undefined` where that is nothing. */
const leaveOut = (settings: unknown, place: string): Settings | undefined => {
  const left: Record<string, unknown> = { ...(settings as Settings) }
  for (const key in left)
    // A name may have dots of its own.
    if (`${place}.`.startsWith(`${key}.`)) {
      const less = leaveOut(left[key], place.slice(key.length + 1))
      if (less) left[key] = less
      else delete left[key]
      return left
    }
  return undefined
}

/**
 * Makes something of settings: what an error names first, as `rules.aa`, is reported and left out.
 *
 * Where it names nothing of theirs it is made of the least that will do; what that throws is thrown.
 */
export const makeOf = <Made>(settings: Settings, make: (settings: Settings) => Made, report: Report, least: Settings): Made => {
  try {
    return make(settings)
  } catch (error) {
    if (settings === least) throw error
    report(error)
    const place = /`([^`]+)`/.exec(String(error))?.[1] ?? ''
    return makeOf(leaveOut(settings, place) ?? least, make, report, least)
  }
}
