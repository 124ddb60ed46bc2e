import { createOptIn } from '../../lib/createOptIn.js'
import type { Change, Connector, OptIn, OptInConfig, Permissions } from '../../lib/types.js'
import { page } from './platform.js'

/** One page of a visit, where the opt-in applies and one adapter is connected. */
export interface Visit {
  readonly optIn: OptIn
  readonly errors: { readonly code?: string; readonly message: string }[]
  readonly changes: Change[]
  readonly completions: Permissions[]
  /** The categories approved now, in order. */
  approved(): string[]
}

const visits: Visit[] = []

/** Opens a page with this adapter; `leave` ends it. */
export const visit = (adapter: Connector, config: OptInConfig = {}): Visit => {
  const errors: Visit['errors'] = []
  const optIn = createOptIn({
    doesOptInApply: true,
    adapters: adapter,
    onError: (error) => void errors.push(error as Error),
    ...config,
  })
  const opened: Visit = {
    optIn,
    errors,
    changes: [],
    completions: [],
    approved: () => Object.entries(optIn.permissions).flatMap(([category, approved]) => (approved ? [category] : [])).sort(),
  }
  optIn.on('change', (change) => opened.changes.push(change))
  optIn.on('complete', (permissions) => opened.completions.push(permissions))
  visits.push(opened)
  return opened
}

const platforms = [
  ...['OneTrust', 'OnetrustActiveGroups', 'OptanonActiveGroups', 'OptanonWrapper', 'Cookiebot', 'PrivacyManagerAPI'],
  ...['Didomi', 'didomiOnReady', 'didomiEventListeners', 'UC_UI', '__ucCmp', 'CookieConsent', '_ccRun'],
  ...['klaro', 'klaroConfig', 'tarteaucitron', 'orejime', 'orejimeConfig', 'c15tStore'],
]

/** Ends every visit, and leaves nothing behind: no platform, no cookie, no element. */
export const leave = (): void => {
  visits.splice(0).forEach(({ optIn }) => optIn.destroy())
  platforms.forEach((name) => delete page[name])
  document.cookie.split('; ').forEach((cookie) => (document.cookie = `${cookie.split('=')[0]}=; path=/; max-age=0`))
  localStorage.clear()
  sessionStorage.clear()
  document.head.replaceChildren()
  document.body.replaceChildren()
}

/** The end of the current turn of the event loop, and of what was started in it. */
export const turn = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve))
  await new Promise((resolve) => setTimeout(resolve))
}

/** Waits until something holds; fails loudly when it never does. */
export const until = async (holds: () => unknown): Promise<void> => {
  for (const end = Date.now() + 30_000; !holds(); ) {
    if (Date.now() > end) throw new Error(`It never came to ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
