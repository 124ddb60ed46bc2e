import { readChoice, withOptIn } from '../library.js'

/** Every category with its permission, as an object or as JSON text. */
export default withOptIn((optIn, settings) =>
  readChoice(settings, 'format', ['object', 'text']) === 'text' ? JSON.stringify(optIn.permissions) : optIn.permissions,
)
