import type { Report } from '../types.js'
import { createCall } from '../core/createCall.js'
import { OptInError } from '../core/errors.js'

/** Does something with the storage, and goes on with its answer, now or when it comes. */
export type Attempt = <T, R = T>(work: () => T | PromiseLike<T>, then?: (answer: T) => R) => R | undefined

/** The way to use a storage that may throw or reject: its refusal is reported, once, and nothing goes on from there. */
export const createAttempt = (refusal: string, report: Report): Attempt => {
  let isReported = false
  const fail = (cause: unknown): void => {
    if (!isReported) report(new OptInError('storage-failed', `[OptIn] ${refusal} The decision holds for this page only.`, { cause }))
    isReported = true
  }
  const call = createCall(fail)
  return (work, then = (answer) => answer as never) =>
    call(() => {
      const answer = work() as { readonly then?: unknown } | undefined
      if (typeof answer?.then !== 'function') return then(answer as never)
      void Promise.resolve(answer as never).then(then, fail)
      return undefined
    })
}
