import { OWN_COOKIE, SHARED_COOKIE } from '../core/permissionCodec.js'

/** The page's side of the line to the other tabs. */
export interface Tabs {
  /** Tells the other tabs of this origin to read the storage again; the message carries no permissions. */
  tell(): void
  close(): void
}

/** Calls `hear` whenever the storage may have changed elsewhere: in another tab, on a sibling host, or while the page was in the cache. */
export const openTabs = (hear: () => void): Tabs => {
  let channel: BroadcastChannel | undefined
  try {
    channel = new BroadcastChannel(OWN_COOKIE)
  } catch {
    // There is none, or the browser refuses it together with the storage.
  }
  // Sibling hosts share the cookie but no channel; the Cookie Store API tells of changes of theirs, and of our own, which change nothing.
  const store = (window as { cookieStore?: EventTarget }).cookieStore
  const ends = new AbortController()
  const { signal } = ends
  channel?.addEventListener('message', hear, { signal })
  store?.addEventListener(
    'change',
    (event) => {
      const { changed, deleted } = event as Event & Record<'changed' | 'deleted', readonly { readonly name: string }[]>
      if ([...changed, ...deleted].some(({ name }) => name === SHARED_COOKIE || name === OWN_COOKIE)) hear()
    },
    { signal },
  )
  addEventListener('pageshow', ({ persisted }) => persisted && hear(), { signal })

  return {
    tell: () => channel?.postMessage(''),
    close: () => {
      ends.abort()
      channel?.close()
      channel = undefined
    },
  }
}
