import type { AnyOptIn, CategoryMap, NoCategories, OptIn, OptInConfig, TextConfig } from './types.js'
import { tcf } from './adapters/tcf.js'
import { Categories } from './core/categories.js'
import { OptInError } from './core/errors.js'
import { buildOptIn } from './createOptIn.js'

interface Adobe {
  optIn?: AnyOptIn
  OptInCategories?: unknown
}
declare global {
  interface Window {
    adobe?: Adobe
  }
}

const INACTIVE = ['gate', 'adapters', 'bridges', 'storage', 'categories', 'policyVersion', 'otherTabs', 'onError']

const adobe = (): Adobe => (window.adobe ??= {})

/** As in the module, but with the adapter for `isIabContext`. */
export const createOptIn = <const More extends CategoryMap = NoCategories>(config?: OptInConfig<More>): OptIn<More> =>
  buildOptIn(config, tcf) as unknown as OptIn<More>

/**
 * Creates the page's one OptIn, puts it on `window.adobe.optIn` and returns it.
 *
 * A second call returns the same object. An object that something else put there before is returned untouched.
 *
 * @example
 * VisitorOptIn.install({ doesOptInApply: true, isOptInStorageEnabled: true })
 */
export const install = <const More extends CategoryMap = NoCategories>(config?: OptInConfig<More> | TextConfig<More>): AnyOptIn => {
  const there = adobe().optIn
  if (!there) return (adobe().optIn = createOptIn(config as OptInConfig) as AnyOptIn)
  if (typeof there.decide === 'function') {
    if (config !== undefined) console.warn('[OptIn] VisitorOptIn.install was called before: these settings have no effect. Give them to the first call.')
  } else
    console.warn(
      `[OptIn] window.adobe.optIn was there before, so these are not active: ${INACTIVE.join(', ')}. Load and install visitor-opt-in first, before the Adobe libraries.`,
    )
  return there
}

// VisitorAPI sets this too, and overwrites it.
adobe().OptInCategories ??= { ...Categories }

export { Categories, OptInError, tcf }

// Not for pages: what the other script files take from this one, so that none of them carries it again.
export { checkOption } from './connect/readOptions.js'
export { connectPlatform } from './connect/connectPlatform.js'
export { checkKinds, invalidConfig } from './core/errors.js'
