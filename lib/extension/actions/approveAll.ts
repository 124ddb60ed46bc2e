import { readChoice, withOptIn } from '../library.js'

/** Approves every category. */
export default withOptIn((optIn, settings) => {
  optIn.approveAll(readChoice(settings, 'wait', [false, true]))
})
