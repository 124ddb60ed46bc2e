import { OptInError } from '../core/errors.js'

/** The error of a command, in the words of the Web SDK where it has some. */
export const failure = (...error: ConstructorParameters<typeof OptInError>): OptInError => new OptInError(...error)
