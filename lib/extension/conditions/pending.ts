import { withOptIn } from '../library.js'

/** Whether the visitor has not decided yet. */
export default withOptIn((optIn) => optIn.isPending)
