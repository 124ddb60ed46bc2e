import { OptInError } from '../core/errors.js'

/** The `purposes` of the `optIn` command: a word in any case → a boolean, or a map as it is. */
export const readPurposes = (purposes: unknown): boolean | object => {
  if (typeof purposes === 'string' && /^(all|none)$/i.test(purposes)) return /all/i.test(purposes)
  if ({}.toString.call(purposes) === '[object Object]' && Object.keys(purposes as object).length) return purposes as object
  throw new OptInError('invalid-category', `Opt-in purposes must be "all" or "none". Received: ${purposes}`)
}
