/** What went wrong, stable across versions; the message says what to do about it. */
export type OptInErrorCode =
  | 'invalid-category'
  | 'invalid-permission'
  | 'invalid-callback'
  | 'invalid-config'
  | 'invalid-plugin'
  | 'invalid-command'
  | 'storage-failed'
  | 'platform-failed'
  | 'platform-missing'
  | 'not-configured'
  | 'already-configured'
  | 'unknown-command'
  | 'queue-full'
  | 'declined'
  | 'destroyed'

/** Every error of this library: an `Error` with a stable `code` and a message that ends in what to do. */
export class OptInError extends Error {
  override readonly name = 'OptInError'
  declare readonly code: OptInErrorCode
  constructor(code: OptInErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
