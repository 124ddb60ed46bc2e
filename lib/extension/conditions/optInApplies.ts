import { withOptIn } from '../library.js'

/** Whether this visitor has to be asked at all. */
export default withOptIn((optIn) => optIn.doesOptInApply)
