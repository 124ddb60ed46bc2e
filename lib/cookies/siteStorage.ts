import type { OptInStorage, Report } from '../types.js'
import { toStored } from '../core/permissionCodec.js'
import type { Config } from '../core/readConfig.js'
import type { Answer, PermissionStorage } from './permissionStorage.js'
import { refusal } from './permissionStorage.js'

/** Goes on with an answer, now or when it comes. */
export const whenAnswered = <T, R>(answer: Answer<T>, then: (answer: T) => R): Answer<R> =>
  typeof (answer as { readonly then?: unknown } | undefined)?.then === 'function' ? Promise.resolve(answer).then(then) : then(answer as T)

/** Keeps decisions in the site's own storage, synchronous or not; one that fails or rejects is reported. */
export const siteStorage = ({ index, policyVersion }: Config, storage: OptInStorage, report: Report): PermissionStorage => {
  const attempt = <T, R>(work: () => Answer<T>, then: (answer: T) => R): Answer<R | null> => {
    const fail = (error: unknown): null => {
      report(refusal("The site's own storage failed.", error))
      return null
    }
    try {
      const answer = whenAnswered(work(), then)
      return answer instanceof Promise ? answer.catch(fail) : answer
    } catch (error) {
      return fail(error)
    }
  }
  return {
    load: () =>
      attempt(
        () => storage.load(),
        (raw) => toStored(raw, index, policyVersion),
      ),
    save: (permissions) =>
      attempt(
        () => storage.save(permissions && { permissions, ...(policyVersion && { policyVersion }) }),
        () => true,
      ),
  }
}
