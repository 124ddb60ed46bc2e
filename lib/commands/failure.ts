import type { OptInErrorCode } from '../core/errors.js'
import { OptInError } from '../core/errors.js'

/** The error of a command, in the words of the Web SDK where it has some. */
export const failure = (code: OptInErrorCode, message: string): OptInError => new OptInError(code, message)
