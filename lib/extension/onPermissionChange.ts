import type { AnyOptIn, Change } from '../types.js'
import { isOurs } from './isOurs.js'

/** Calls back at every change of a permission, once; with Adobe's own object, which only tells of completions, by comparing. */
export const onPermissionChange = (optIn: AnyOptIn, callback: (change: Change) => void): void => {
  const tell = (change: Change): void => {
    if (change.changed.length) callback(change)
  }
  if (isOurs(optIn)) optIn.on('change', tell as never)
  else {
    // Adobe's object changes its permissions in place, so they are copied.
    const read = (): Record<string, boolean> => ({ ...optIn.permissions })
    let previous = read()
    optIn.on('complete', () => {
      const permissions = read()
      const changed = Object.keys(permissions).filter((category) => permissions[category] !== previous[category])
      const change = { permissions, previous, changed, status: optIn.status, source: 'page' } as unknown as Change
      previous = permissions
      tell(change)
    })
  }
}
