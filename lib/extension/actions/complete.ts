import { withOptIn } from '../library.js'

/** Ends a round of answers that were collected: they take effect. */
export default withOptIn((optIn) => {
  optIn.complete()
})
