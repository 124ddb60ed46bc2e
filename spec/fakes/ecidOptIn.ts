import { TinyEmitter } from 'tiny-emitter'
import { Categories } from '../../lib/core/categories.js'

const INVALID = 'Invalid category(-ies). Please use the `OptIn.Categories` enum.'

/** Adobe's own Opt-in object, in the members that VisitorAPI.js 5.5.0 gives it and that this library may use. */
export const ecidOptIn = ({ doesOptInApply = true }: { doesOptInApply?: boolean } = {}) => {
  const emitter = new TinyEmitter()
  const values: string[] = Object.values(Categories)
  let permissions: Record<string, boolean> = Object.fromEntries(values.map((category) => [category, !doesOptInApply]))
  let staged: Record<string, boolean> = {}
  let status = doesOptInApply ? 'pending' : 'complete'

  const list = (categories: string | string[]): string[] => {
    const all = [categories].flat()
    if (!all.length || all.some((one) => !values.includes(one))) throw new Error(INVALID)
    return all
  }
  const settle = (categories: string | string[], permission: boolean, wait?: boolean) => {
    for (const category of list(categories)) staged[category] = permission
    status = 'changed'
    if (!wait) optIn.complete()
    return optIn
  }
  const optIn = {
    Categories,
    doesOptInApply,
    isIabContext: false,
    get permissions() {
      return { ...permissions }
    },
    get status() {
      return status
    },
    get isPending() {
      return status === 'pending'
    },
    get isComplete() {
      return status === 'complete'
    },
    isApproved: (categories?: string | string[]) => {
      const all = [categories ?? []].flat()
      return (all.length ? all : values).every((one) => permissions[one] === true)
    },
    approve: (categories: string | string[], wait?: boolean) => settle(categories, true, wait),
    deny: (categories: string | string[], wait?: boolean) => settle(categories, false, wait),
    approveAll: (wait?: boolean) => settle(values, true, wait),
    denyAll: (wait?: boolean) => settle(values, false, wait),
    complete: () => {
      permissions = { ...permissions, ...staged }
      staged = {}
      status = 'complete'
      emitter.emit('complete', { ...permissions })
    },
    on: (event: string, callback: (detail: unknown) => void) => void emitter.on(event, callback),
    off: (event: string, callback?: (detail: unknown) => void) => void emitter.off(event, callback),
    fetchPermissions: (callback: (detail: unknown) => void, shouldAutoSubscribe?: boolean) => {
      if (status === 'complete') callback({ ...permissions })
      if (shouldAutoSubscribe) emitter.on('complete', callback)
      return () => void emitter.off('complete', callback)
    },
  }
  return optIn
}
