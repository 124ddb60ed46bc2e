/** The Web SDK's commands that never wait. */
export const NEVER_WAITING: readonly string[] = ['debug', 'setDebug', 'getLibraryInfo', 'createEventMergeId', 'setConsent']

/** What the Web SDK called these in 2019 → what it calls them today. */
export const HISTORIC = { configId: 'datastreamId', imsOrgId: 'orgId', event: 'sendEvent' }
