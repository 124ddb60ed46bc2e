/**
 * A consent platform as the specs drive it: the real package where npm has one, else a faithful fake.
 *
 * Ids are the platform's own. What a platform does by itself (firing twice, late, at a load) its fake does too.
 */
export interface FakePlatform {
  /** Puts it on the page; `stored` are the ids that a returning visitor approved. */
  load(stored?: readonly string[]): void | Promise<void>
  /** The visitor approves these ids, refuses all others, and saves. */
  choose(approved: readonly string[]): void | Promise<void>
  /** The visitor opens the banner again and does not answer. */
  reopen(): void
  /** From now on its functions throw. */
  breakDown(): void
  /** From now on it answers in other types than documented. */
  lie(): void
  /** Takes it off the page. */
  vanish(): void
}

/** The page's window, where a fake stands under the platform's own name. */
export const page = globalThis as unknown as Record<string, unknown>

/** Tells an event of the window or of the document. */
export const tell = (target: EventTarget, event: string, detail?: unknown): void => {
  target.dispatchEvent(detail === undefined ? new Event(event) : new CustomEvent(event, { detail }))
}

/** What a broken platform's function does. */
export const fail = (): never => {
  throw new Error('the platform broke')
}
