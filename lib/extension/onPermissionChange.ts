import type { AnyOptIn, Change } from '../types.js'
import { isOurs } from './isOurs.js'

/** Calls back at every change, also of the status alone; with Adobe's own object, which only tells of completions, by comparing. */
export const onPermissionChange = (optIn: AnyOptIn, callback: (change: Change) => void): void => {
  if (isOurs(optIn)) optIn.on('change', callback as never)
  else {
    let previous: Record<string, boolean> = { ...optIn.permissions }
    optIn.on('complete', () => {
      // Adobe's object changes its permissions in place, so they are copied.
      const permissions: Record<string, boolean> = { ...optIn.permissions }
      const changed = Object.keys(permissions).filter((category) => permissions[category] !== previous[category])
      const change = { permissions, previous, changed, status: optIn.status, source: 'page' } as unknown as Change
      previous = permissions
      callback(change)
    })
  }
}
