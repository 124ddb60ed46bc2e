import { OptInError } from '../core/errors.js'

/** Throws the `OptInError` (`invalid-config`) for an option that cannot be used: names it, what it got and what it accepts. */
export const refuse = (option: string, got: unknown, accepts: string): never => {
  // Of an object no keys are shown: one that leads back to itself cannot be.
  throw new OptInError('invalid-config', `[OptIn] \`${option}\` must be ${accepts}; it got ${JSON.stringify(got, [])}.`)
}
