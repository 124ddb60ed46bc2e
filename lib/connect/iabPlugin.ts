import type { AnyOptIn } from '../types.js'
import { crc32 } from './crc32.js'

type Use = (error: unknown, data?: never) => void

interface Command {
  readonly callback: (error: unknown, result?: unknown) => void
  readonly timeout?: number
  readonly category?: string
}

/**
 * Registers ECID's plugin `iabPlugin`: `execute` reaches its commands `fetchConsentData` and `isApproved`.
 *
 * Both wait for the visitor's choice; with a `timeout` (milliseconds) at most so long.
 * The function it answers is to be called with each final answer of the platform, after the permissions follow it.
 */
export const iabPlugin = <Data extends { readonly tcString?: unknown }>(
  optIn: AnyOptIn,
  isApproved: (data: Data, category: string | undefined) => boolean,
): ((data: Data) => void) => {
  const waiting = new Set<Use>()
  // What an earlier page was told last; the platform may repeat itself on this one.
  const earlier = optIn.getMemoizedContent('iabConsentHash')
  let content: object | undefined

  const fetch = (use: Use, timeout: number | undefined) => {
    if (content) return use(null, content as never)
    waiting.add(use)
    if (timeout)
      setTimeout(() => {
        if (waiting.delete(use)) use(Object.assign(Error('The call took longer than you wanted!'), { name: 'TimeoutError' }))
      }, timeout)
  }

  optIn.registerPlugin({
    name: 'iabPlugin',
    onRegister: () => {},
    fetchConsentData: ({ callback, timeout }: Command) => fetch(callback, timeout),
    isApproved: ({ callback, category, timeout }: Command) =>
      fetch((error, data) => callback(error, !error && isApproved(data!, category)), timeout),
  })
  return (data) => {
    const consentString = data.tcString
    // The hash by which ECID's own plugin knows an earlier consent string.
    const iabConsentHash = crc32(`${consentString}`).toString(32)
    optIn.memoizeContent({ iabConsentHash })
    content = { ...data, consentString, hasConsentChangedSinceLastCmpPull: earlier !== iabConsentHash }
    for (const use of waiting) {
      waiting.delete(use)
      use(null, content as never)
    }
  }
}
