import { readCategories, readChoice, withOptIn } from '../library.js'

/** Denies the chosen categories. */
export default withOptIn((optIn, settings) => {
  optIn.deny(readCategories(optIn, settings) as never, readChoice(settings, 'wait', [false, true]))
})
