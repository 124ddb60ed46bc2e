import { withOptIn } from '../library.js'

/** Where the decision stands: `pending`, `changed` or `complete`. */
export default withOptIn((optIn) => optIn.status)
