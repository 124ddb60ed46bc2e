import type { AskedOptIn } from './types.js'

/** Decides on these categories, or with a boolean on all there are. */
export const decide = (optIn: AskedOptIn, decision: boolean | object, source?: string): void => {
  if (typeof decision === 'boolean') decision = Object.fromEntries(Object.keys(optIn.permissions).map((category) => [category, decision]))
  if (optIn.decide) optIn.decide(decision, { source: source as string })
  else {
    // Adobe's own object is told one by one, in a round that is then completed.
    for (const [category, permission] of Object.entries(decision)) optIn[permission ? 'approve' : 'deny'](category as never, true)
    optIn.complete()
  }
}
