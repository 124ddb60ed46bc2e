import { withOptIn } from '../library.js'

/** Whether the visitor has decided, on this page or earlier. */
export default withOptIn((optIn) => optIn.isComplete)
