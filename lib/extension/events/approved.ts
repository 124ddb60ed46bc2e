import { whenChanged } from '../library.js'

/** Fires when one of the chosen categories becomes approved. */
export default whenChanged((permission) => permission)
