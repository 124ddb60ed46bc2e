import { readChoice, withOptIn } from '../library.js'

/** Denies every category. */
export default withOptIn((optIn, settings) => {
  optIn.denyAll(readChoice(settings, 'wait', [false, true]))
})
