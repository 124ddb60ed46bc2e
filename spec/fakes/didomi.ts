import type { FakePlatform } from './platform.js'
import { fail, page } from './platform.js'

interface Settings {
  readonly ids?: readonly string[]
  /** Whether a rule asks for a choice at all. */
  readonly required?: boolean
}

interface Listener {
  readonly event: string
  readonly listener: (event: unknown) => void
}

/** Didomi after its Web SDK reference: two queues that run what is pushed later, a status by purpose. */
export const fakeDidomi = ({
  ids = ['analytics', 'functional', 'marketing', 'social'],
  required = true,
}: Settings = {}): FakePlatform => {
  let approved: readonly string[] | undefined
  let listeners: Listener[] = []
  const sdk: Record<string, unknown> = {
    isConsentRequired: () => required,
    shouldUserStatusBeCollected: () => required && approved === undefined,
    getCurrentUserStatus: () => {
      const known = approved || required ? ids : []
      const purposes = Object.fromEntries(known.map((id) => [id, { id, enabled: approved?.includes(id) ?? false }]))
      return { purposes, vendors: {} }
    },
  }
  const tellListeners = () =>
    listeners.filter(({ event }) => event === 'consent.changed').forEach(({ listener }) => listener({ action: 'click' }))

  return {
    load: (stored) => {
      approved = stored
      page.Didomi = sdk
      listeners = [...((page.didomiEventListeners as Listener[] | undefined) ?? [])]
      page.didomiEventListeners = { push: (listener: Listener) => void listeners.push(listener) }
      const waiting = (page.didomiOnReady as ((didomi: unknown) => void)[] | undefined) ?? []
      page.didomiOnReady = { push: (ready: (didomi: unknown) => void) => void ready(sdk) }
      waiting.forEach((ready) => ready(sdk))
    },
    choose: (ids) => {
      approved = ids
      tellListeners()
    },
    reopen: () => listeners.filter(({ event }) => event === 'notice.shown').forEach(({ listener }) => listener({})),
    breakDown: () => {
      Object.assign(sdk, { isConsentRequired: fail, getCurrentUserStatus: fail })
      tellListeners()
    },
    lie: () => {
      Object.assign(sdk, {
        isConsentRequired: () => 'no',
        shouldUserStatusBeCollected: () => 0,
        getCurrentUserStatus: () => ({ purposes: { analytics: 'yes', marketing: null } }),
      })
      tellListeners()
    },
    vanish: () => {
      delete page.Didomi
      delete page.didomiOnReady
      delete page.didomiEventListeners
      listeners = []
    },
  }
}
