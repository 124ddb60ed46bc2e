import { readCategories, readChoice, withOptIn } from '../library.js'

/** Whether all, or any, of the chosen categories are approved; with none chosen, of all there are. */
export default withOptIn((optIn, settings) => {
  const chosen = readCategories(optIn, settings)
  const categories = chosen.length ? chosen : Object.values(optIn.Categories)
  const isApproved = (category: string) => optIn.isApproved(category as never)
  return readChoice(settings, 'match', ['all', 'any']) === 'any' ? categories.some(isApproved) : categories.every(isApproved)
})
