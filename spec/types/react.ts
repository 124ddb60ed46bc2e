import { useApproved, useOptIn, useStatus } from '../../lib/react.js'
import type { OptIn, Permissions, Status } from '../../lib/types.js'

declare const plain: OptIn
declare const withChat: OptIn<{ readonly CHAT: 'chat' }>
declare const permissions: Permissions
declare const withChatPermissions: Permissions<{ readonly CHAT: 'chat' }>

/** Components of a page without categories of its own, and of one that has them. */
export const Plain = (): readonly [boolean, boolean, Status] => [useOptIn(plain, permissions).aa, useApproved(plain, ['aa', 'TARGET'], permissions), useStatus(plain)]
export const WithChat = (): readonly [boolean, boolean, Status] => [
  useOptIn(withChat, withChatPermissions).chat,
  useApproved(withChat, ['chat', 'CHAT', 'aa'], withChatPermissions),
  useStatus(withChat, 'complete'),
]
export const All = (): boolean => useApproved(plain) && useApproved(withChat, null)

export const Wrong = (): void => {
  // @ts-expect-error There is no such category here.
  useOptIn(plain).chat satisfies boolean
  // @ts-expect-error There is no such category here.
  useApproved(plain, 'chat')
  // @ts-expect-error Nor here.
  useApproved(withChat, ['nonsense'])
  // @ts-expect-error The server must have known of them all.
  useOptIn(withChat, permissions)
  // @ts-expect-error No status of an OptIn.
  useStatus(plain, 'done')
}
