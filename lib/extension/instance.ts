import { Categories } from '../core/categories.js'
import type { AnyOptIn } from '../types.js'
import { createFrom } from './createFrom.js'
import { isOurs } from './isOurs.js'

const find = (): AnyOptIn | undefined => {
  const there = window.adobe?.optIn
  if (there && isOurs(there))
    turbine.logger.warn('The page has its OptIn already, so the configuration of the extension has no effect.')
  else if (there)
    console.warn(
      '[OptIn] window.adobe.optIn was there before the extension Visitor Opt-in, so its configuration, storage, gate and adapters are not active. Load it before the Adobe libraries.',
    )
  return there
}

/** The page's one OptIn: found on `window.adobe.optIn`, else made of the configuration and put there. */
export const findOrMake = (): AnyOptIn => {
  const adobe = (window.adobe ??= {})
  // VisitorAPI sets this too, and overwrites it.
  adobe.OptInCategories ??= { ...Categories }
  return (adobe.optIn = find() ?? createFrom(turbine.getExtensionSettings() ?? {}, turbine.propertySettings?.undefinedVarsReturnEmpty))
}

/** The page's one OptIn, from the moment the library is loaded. */
export const optIn: AnyOptIn = findOrMake()
