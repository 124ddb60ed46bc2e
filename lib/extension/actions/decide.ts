import { isOurs, readChoice, readDecision, withOptIn } from '../library.js'

/** Decides on several categories at once, as a data element says. */
export default withOptIn((optIn, settings) => {
  const decision = readDecision(settings)
  const wait = readChoice(settings, 'wait', [false, true])
  if (isOurs(optIn)) optIn.decide(decision, { wait })
  else {
    // Adobe's own object knows no such call: the same, step by step.
    for (const [category, permission] of Object.entries(decision)) optIn[permission ? 'approve' : 'deny'](category, true)
    if (!wait) optIn.complete()
  }
})
