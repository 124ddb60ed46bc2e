import type { AnyOptIn, CategoryMap, OptInConfig } from '../../lib/types.js'
import type { Settings } from '../../lib/extension/turbine.js'

/** A page with the extension's library in it, loaded as the engine loads it. */
export interface Library {
  /** The page's one OptIn. */
  readonly optIn: AnyOptIn
  /** What went to the engine's log. */
  readonly errors: string[]
  readonly warnings: string[]
  /** Runs a library module as the engine does. */
  run(path: string, settings?: Settings, second?: unknown): unknown
  /** Runs an event module and lists what it triggers. */
  listen(path: string, settings?: Settings): { detail: Record<string, unknown> }[]
}

export const ALL = ['aam', 'adcloud', 'aa', 'campaign', 'ecid', 'livefyre', 'target', 'mediaaa']

/** Loads a file of the extension as it is now, on the page as it is now. */
export const load = <Exports extends object>(path: string): Exports => jest.requireActual<Exports>(`../../lib/extension/${path}.js`)

const opened: AnyOptIn[] = []

/** Loads the library anew; `there` is what `window.adobe.optIn` was before. */
export const openLibrary = (
  configuration: Settings | OptInConfig<CategoryMap> = { doesOptInApply: true },
  { there, isEmptyReturned = false }: { there?: AnyOptIn; isEmptyReturned?: boolean } = {},
): Library => {
  for (const optIn of opened.splice(0)) optIn.destroy?.()
  const errors: string[] = []
  const warnings: string[] = []
  const logger = { error: (text: string) => void errors.push(text), warn: (text: string) => void warnings.push(text) }
  const turbine = { logger, propertySettings: { undefinedVarsReturnEmpty: isEmptyReturned }, getExtensionSettings: () => configuration }
  Object.assign(globalThis, { turbine })
  if (there) window.adobe = { optIn: there }
  else delete window.adobe
  jest.resetModules()
  const { optIn } = load<{ optIn: AnyOptIn }>('instance')
  opened.push(optIn)
  const run: Library['run'] = (path, settings, second) => load<{ default(settings: unknown, second: unknown): unknown }>(path).default(settings, second)
  return {
    optIn,
    errors,
    warnings,
    run,
    listen: (path, settings) => {
      const heard: { detail: Record<string, unknown> }[] = []
      run(path, settings, (event: (typeof heard)[number]) => void heard.push(event))
      return heard
    },
  }
}

/** The categories that are approved. */
export const approvedOf = ({ optIn }: Pick<Library, 'optIn'>): string[] => ALL.filter((category) => optIn.permissions[category])

/** An object with no more than Adobe's has: it tells of completions only, and changes its permissions in place. */
export const adobesOwn = (): AnyOptIn => {
  const permissions: Record<string, boolean> = Object.fromEntries(ALL.map((category) => [category, false]))
  const callbacks: (() => void)[] = []
  const staged: Record<string, boolean> = {}
  const own = {
    Categories: Object.fromEntries(ALL.map((category) => [category.toUpperCase(), category])),
    doesOptInApply: true,
    status: 'pending',
    permissions,
    isApproved: (categories: string | string[]) => [categories].flat().every((category) => permissions[category]),
    on: (event: string, callback: () => void) => void (event === 'complete' && callbacks.push(callback)),
    complete: () => {
      Object.assign(permissions, staged)
      own.status = 'complete'
      for (const callback of callbacks) callback()
    },
  }
  const settle = (permission: boolean) => (categories: string | string[], wait?: boolean) => {
    for (const category of [categories].flat()) staged[category] = permission
    if (!wait) own.complete()
  }
  return Object.assign(own, { approve: settle(true), deny: settle(false) }) as unknown as AnyOptIn
}
