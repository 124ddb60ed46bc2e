import { readCategories, readChoice, withOptIn } from '../library.js'

/** Whether one category is approved, as a boolean or as the text `true` or `false`. */
export default withOptIn((optIn, settings) => {
  const categories = readCategories(optIn, settings)
  if (categories.length !== 1) throw Error('[OptIn] `category` must be one category.')
  const isApproved = optIn.isApproved(categories as never)
  return readChoice(settings, 'format', ['boolean', 'text']) === 'text' ? String(isApproved) : isApproved
})
