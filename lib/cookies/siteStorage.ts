import type { OptInStorage, Report } from '../types.js'
import type { CookieContent, Stored } from '../core/permissionCodec.js'
import { readPermitted, toObject } from '../core/permissionCodec.js'
import type { Config } from '../core/readConfig.js'
import type { Answer, PermissionStorage } from './permissionStorage.js'
import { noStorage, refused } from './permissionStorage.js'

/** Whether an answer comes later; any object with `then` counts. */
export const isLater = <T>(answer: Answer<T>): answer is Promise<T> =>
  typeof (answer as { readonly then?: unknown } | undefined)?.then === 'function'

/** Keeps decisions in the site's own storage, synchronous or not; one that fails or rejects is reported. */
export const siteStorage = ({ index, policyVersion }: Config, storage: OptInStorage, report: Report): PermissionStorage => {
  const attempt = <T, R>(what: string, work: () => Answer<T>, then: (answer: T) => R): Answer<R | undefined> => {
    const fail = (error: unknown): undefined => report(refused(`The site's storage failed to ${what} the decision.`, error)) as undefined
    try {
      const answer = work()
      return isLater(answer) ? Promise.resolve(answer).then(then).catch(fail) : then(answer)
    } catch (error) {
      return fail(error)
    }
  }
  const read = (raw: unknown): Stored | undefined => {
    const content: CookieContent = toObject(raw) ?? {}
    const { permissions } = readPermitted([toObject(content['permissions']) ?? {}], index)
    const isCurrent = policyVersion === undefined || content['policyVersion'] === policyVersion
    return isCurrent && Object.keys(permissions).length ? { permissions } : undefined
  }
  return {
    ...noStorage,
    load: () => attempt('load', () => storage.load(), read),
    save: (stored) => {
      const decision = stored && { permissions: stored.permissions, ...(policyVersion !== undefined && { policyVersion }) }
      return attempt('save', () => storage.save(decision), () => true) as Answer<boolean>
    },
  }
}
