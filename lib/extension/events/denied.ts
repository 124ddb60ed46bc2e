import { whenChanged } from '../library.js'

/** Fires when one of the chosen categories is approved no more. */
export default whenChanged((permission) => !permission)
