import type { Report } from '../types.js'

/** Tells errors to the settings' `onError`, or to nobody: a server has no page to tell. */
export const reporterOf =
  (config: { readonly onError?: Report | undefined } | undefined): Report =>
  (error) => {
    try {
      config?.onError?.(error)
    } catch {
      // An answer to a visitor does not fail because a report did.
    }
  }
