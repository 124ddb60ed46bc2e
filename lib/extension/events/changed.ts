import { whenChanged } from '../library.js'

/** Fires once for each change of a permission, of the chosen categories or, with none chosen, of any. */
export default whenChanged(() => true)
