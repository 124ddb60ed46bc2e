import type { FakePlatform } from './platform.js'
import { fail, page, tell } from './platform.js'

interface Settings {
  /** The groups the site set up. */
  readonly groups?: readonly string[]
  /** Those active by default, before a choice. */
  readonly defaults?: readonly string[]
  readonly model?: string
  readonly showsNotice?: boolean
}

/** OneTrust after its “Web CMP Events Guide”: the groups event on every load and change, wrapper function, callbacks. */
export const fakeOneTrust = ({
  groups = ['C0001', 'C0002', 'C0003', 'C0004', 'C0005'],
  defaults = ['C0001'],
  model = 'opt-in',
  showsNotice = true,
}: Settings = {}): FakePlatform => {
  let active: readonly string[] = defaults
  let closed = false
  const callbacks: ((event: CustomEvent) => void)[] = []

  const tellGroups = () => {
    page.OnetrustActiveGroups = `,${active.join(',')},`
    if (typeof page.OptanonWrapper === 'function') page.OptanonWrapper()
    tell(window, 'OneTrustGroupsUpdated', [...active])
  }
  return {
    load: (stored) => {
      if (stored) {
        active = ['C0001', ...stored]
        closed = true
      }
      page.OneTrust = {
        IsAlertBoxClosed: () => closed,
        GetDomainData: () => ({
          ShowAlertNotice: showsNotice,
          ConsentModel: { Name: model },
          Groups: groups.map((CustomGroupId) => ({ CustomGroupId })),
        }),
        OnConsentChanged: (callback: (event: CustomEvent) => void) => void callbacks.push(callback),
      }
      tellGroups()
    },
    choose: (approved) => {
      active = ['C0001', ...approved]
      closed = true
      tellGroups()
      callbacks.forEach((callback) => callback(new CustomEvent('consent.onetrust', { detail: [...active] })))
      tell(window, 'OTConsentApplied')
    },
    // Closing the banner without a change is told like a change.
    reopen: () => tellGroups(),
    breakDown: () => {
      Object.assign(page.OneTrust as object, { IsAlertBoxClosed: fail, GetDomainData: fail })
      tellGroups()
    },
    lie: () => {
      page.OnetrustActiveGroups = 7
      Object.assign(page.OneTrust as object, { IsAlertBoxClosed: () => 'yes', GetDomainData: () => ({ ConsentModel: 7 }) })
      tell(window, 'OneTrustGroupsUpdated', { C0002: true })
    },
    vanish: () => {
      delete page.OneTrust
      delete page.OnetrustActiveGroups
      tell(window, 'OneTrustGroupsUpdated', ['C0001'])
    },
  }
}
