import { readChoice, withOptIn } from '../library.js'
import type { Trigger } from '../library.js'

/** Fires at every completed decision, and once at the start where the visitor has decided before, unless that is turned off. */
export default withOptIn((optIn, settings, trigger: Trigger) => {
  const tell = (): void => trigger({ detail: { permissions: optIn.permissions, status: optIn.status } })
  const ignoresEarlier = readChoice(settings, 'ignoreEarlier', [false, true])
  optIn.on('complete', tell)
  if (optIn.isComplete && !ignoresEarlier) tell()
})
