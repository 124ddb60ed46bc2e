import { readCategories, readChoice, withOptIn } from '../library.js'

/** Approves the chosen categories. */
export default withOptIn((optIn, settings) => {
  optIn.approve(readCategories(optIn, settings) as never, readChoice(settings, 'wait', [false, true]))
})
