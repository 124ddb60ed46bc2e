import type { Report } from '../../types.js'
import type { ReadRules } from './readHostRules.js'
import { plain } from './readHostRules.js'

/**
 * Makes the function that answers the category of an address, if any rule names it: the first expression or function
 * that fits, else the longest host and its longest path. Many rules cost hardly more than few.
 */
export const createHostMatcher =
  ({ hosts, tests }: ReadRules, report: Report) =>
  (url: URL): string | undefined => {
    for (const [fits, category] of tests)
      try {
        if (fits(url.href)) return category
      } catch (error) {
        // A rule that cannot answer has not said that the request is none of its business.
        report(error)
        return category
      }
    const [whole, full] = plain(url)
    for (let host = whole; host; host = host.replace(/^[^.]*\.?/, '')) {
      const paths = hosts.get(host)
      for (let path = `${full}/`; paths && path; ) {
        path = path.replace(/\/[^/]*$/, '')
        const found = paths.get(path)
        if (found) return found
      }
    }
    return
  }
