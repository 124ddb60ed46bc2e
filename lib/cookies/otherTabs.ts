import { OWN_COOKIE, SHARED_COOKIE } from '../core/permissionCodec.js'

/**
 * Calls `hear` whenever the storage may have changed elsewhere, until the signal: in another tab, on a sibling host, or while the page was in the cache.
 *
 * Gives the function that tells the other tabs of this origin to read the storage again; its message carries no permissions.
 */
export const openTabs = (hear: () => void, signal: AbortSignal): (() => void) => {
  const ends = { signal }
  let channel: BroadcastChannel | undefined
  try {
    channel = new BroadcastChannel(OWN_COOKIE)
    channel.addEventListener('message', hear)
    signal.addEventListener('abort', () => channel?.close())
  } catch {
    // There is none, or the browser refuses it together with the storage.
  }
  // Sibling hosts share the cookie but no channel; the Cookie Store API tells of changes of theirs, and of our own, which change nothing.
  const store = (window as { cookieStore?: EventTarget }).cookieStore
  store?.addEventListener(
    'change',
    (event) => {
      const { changed, deleted } = event as Event & Record<'changed' | 'deleted', readonly { readonly name: string }[]>
      if ([...changed, ...deleted].some(({ name }) => [SHARED_COOKIE, OWN_COOKIE].includes(name))) hear()
    },
    ends,
  )
  addEventListener('pageshow', ({ persisted }) => persisted && hear(), ends)
  return () => signal.aborted || channel?.postMessage('')
}
