import { isOurs, withOptIn } from '../library.js'

/** Forgets what the visitor decided. */
export default withOptIn((optIn) => {
  if (!isOurs(optIn)) throw Error('[OptIn] Adobe’s own object cannot forget a decision: let no Adobe library load before this extension.')
  optIn.reset()
})
