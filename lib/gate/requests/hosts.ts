import type { Attempt } from '../types.js'
import type { ReadRules } from './readHostRules.js'
import { placeOf } from './readHostRules.js'

/**
 * Makes the function that answers the category of an address, if any rule names it: the first expression or function
 * that fits, else the longest host and its longest path. Many rules cost hardly more than few.
 */
export const createHostMatcher =
  ({ places, tests }: ReadRules, attempt: Attempt) =>
  (url: URL): string | undefined => {
    for (const [fits, category] of tests) {
      // A rule that fails has not said that the request is none of its business.
      const isOther = attempt(() => !fits(url.href))
      if (!isOther) return category
    }
    // The labels of the host go one by one from the left, the parts of the path from the right.
    for (let whole = placeOf(url); /^[^/]/.test(whole); whole = whole.replace(/^[^./]*\.?/, ''))
      for (let place = whole; place; place = place.replace(/\/?[^/]*$/, '')) {
        const category = places.get(place)
        if (category) return category
      }
    return
  }
