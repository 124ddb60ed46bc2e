import { OWN_COOKIE, SHARED_COOKIE } from '../core/permissionCodec.js'

/** The page's side of the line to the other tabs. */
export interface Tabs {
  /** Tells the other tabs of this origin to read the storage again; the message carries no permissions. */
  tell(): void
  close(): void
}

interface CookieChange extends Event {
  readonly changed: readonly { readonly name?: string }[]
  readonly deleted: readonly { readonly name?: string }[]
}

const NAME = 'visitor-opt-in'

/** Calls `hear` whenever the storage may have changed elsewhere: in another tab, on a sibling host, or while the page was in the cache. */
export const openTabs = (hear: () => void): Tabs => {
  if (typeof window === 'undefined') return { tell: () => {}, close: () => {} }
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME)
  if (channel) channel.onmessage = hear

  // Sibling hosts share the cookie but no channel; the Cookie Store API tells of changes of theirs, and of our own, which change nothing.
  const store = (window as { cookieStore?: EventTarget }).cookieStore
  const hearCookie = (event: Event) => {
    const { changed, deleted } = event as CookieChange
    if ([...changed, ...deleted].some(({ name }) => name === SHARED_COOKIE || name === OWN_COOKIE)) hear()
  }
  const hearReturn = (event: PageTransitionEvent) => {
    if (event.persisted) hear()
  }
  store?.addEventListener('change', hearCookie)
  addEventListener('pageshow', hearReturn)

  return {
    tell: () => channel?.postMessage(NAME),
    close: () => {
      channel?.close()
      store?.removeEventListener('change', hearCookie)
      removeEventListener('pageshow', hearReturn)
    },
  }
}
