import type { AnyOptIn, Disconnect } from '../types.js'

/**
 * Follows an OptIn for a system that is to be told: what is decided already, then each committed change once,
 * and nothing equal to what was told last.
 *
 * Nothing is told before a decision. After a `reset()` the permissions that hold then are told: no yes outlives it.
 * With `page` given, a system that comes late is looked for whenever a script has loaded; while it is not there, `read` answers `undefined`.
 */
export const announce = (
  optIn: AnyOptIn,
  read: () => string | undefined,
  say: (message: string) => void,
  page?: Document,
): Disconnect => {
  let told: string | undefined
  const tell = (isDecided: unknown) => {
    if ((isDecided || told) && told !== (told = read())) say(told!)
  }
  const look = () => tell(!optIn.doesOptInApply || optIn.isComplete)
  optIn.on('change', look)
  // A completion is a decision also while a round of the page's own is open and the status is `changed`.
  optIn.on('complete', tell)
  // The load event of a script does not bubble, but it can be captured.
  page?.addEventListener('load', look, true)
  look()
  return () => {
    // From now on nothing is news.
    read = () => told
  }
}
