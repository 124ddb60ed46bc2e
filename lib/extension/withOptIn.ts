import { show } from '../core/errors.js'
import type { AnyOptIn } from '../types.js'
import { optIn } from './instance.js'
import type { Settings } from './turbine.js'
import { log } from './turbine.js'

/**
 * Makes a library module of what it does: it is given the page's OptIn before the settings.
 *
 * What throws is logged with what to do, and answers `undefined`: a condition is not met, the other rules run on.
 */
export const withOptIn =
  <Second = unknown, Result = void>(logic: (optIn: AnyOptIn, settings: Settings, second: Second) => Result) =>
  (settings: Settings | undefined, second: Second): Result | undefined => {
    try {
      return logic(optIn, settings ?? {}, second)
    } catch (error) {
      log(error, `Nothing was done: correct the settings ${show(settings)} of this rule or data element. The categories are ${Object.values(optIn.Categories)}.`)
      return undefined
    }
  }
