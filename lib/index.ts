export { Categories } from './core/categories.js'
export { OptInError } from './core/errors.js'
export type { OptInErrorCode } from './core/errors.js'
export type * from './types.js'
