import { onPermissionChange } from './onPermissionChange.js'
import { readCategories } from './readCategories.js'
import type { Trigger } from './turbine.js'
import { withOptIn } from './withOptIn.js'

/** An event module: fires once for each change in which a chosen category, or any where none is chosen, became what is wanted. */
export const whenChanged = (isWanted: (permission: boolean) => boolean) =>
  withOptIn((optIn, settings, trigger: Trigger) => {
    const chosen = readCategories(optIn, settings)
    onPermissionChange(optIn, (detail) => {
      const permissions: Readonly<Record<string, boolean>> = detail.permissions
      const isConcerned = (category: string) => (!chosen.length || chosen.includes(category)) && isWanted(permissions[category] === true)
      if (detail.changed.some(isConcerned)) trigger({ detail })
    })
  })
