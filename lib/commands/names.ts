import type { Renames } from './types.js'

/** Old names, each with the one that the SDK knows. */
export type Names = Readonly<Record<string, string>>

/** The Web SDK's commands that never wait. */
export const NEVER_WAITING: readonly string[] = ['debug', 'setDebug', 'getLibraryInfo', 'createEventMergeId', 'setConsent']

// What the Web SDK called these in 2019 → what it calls them today.
const HISTORIC = { configId: 'datastreamId', imsOrgId: 'orgId', event: 'sendEvent' }

/** The names to translate for an SDK; without a prototype every key is an own one. */
export const readNames = (sdk: unknown, rename: Renames | undefined): Names =>
  ({ __proto__: null, ...(!!sdk && rename !== false && { ...HISTORIC, ...rename }) }) as never
