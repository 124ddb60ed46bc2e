import { Categories } from '../core/categories.js'
import type { AnyOptIn } from '../types.js'
import { createFrom } from './createFrom.js'
import { isOurs } from './isOurs.js'

const adobe = (window.adobe ??= {})
const { optIn: there } = adobe
if (there) {
  const what = '[OptIn] window.adobe.optIn was there before, so the configuration of the extension has no effect'
  if (isOurs(there)) turbine.logger.warn(`${what}.`)
  else console.warn(`${what}: its storage, gate and adapters are not active. Load it before the Adobe libraries.`)
}
// VisitorAPI sets this too, and overwrites it.
adobe.OptInCategories ??= { ...Categories }

/** The page's one OptIn, from the moment the library is loaded: found on `window.adobe.optIn`, else made of the configuration and put there. */
export const optIn: AnyOptIn = (adobe.optIn =
  there ?? createFrom(turbine.getExtensionSettings() ?? {}, turbine.propertySettings?.undefinedVarsReturnEmpty))
