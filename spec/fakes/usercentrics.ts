import type { FakePlatform } from './platform.js'
import { fail, page, tell } from './platform.js'

interface Service {
  readonly id: string
  readonly name: string
  readonly category: string
}

const services: readonly Service[] = [
  { id: 'S1', name: 'Adobe Analytics', category: 'functional' },
  { id: 'S2', name: 'Adobe Target', category: 'functional' },
  { id: 'S3', name: 'Adobe Audience Manager', category: 'marketing' },
]

interface Settings {
  /** What the services are before a choice. */
  readonly defaults?: boolean
  readonly required?: boolean
}

/** A choice of categories or services, service by service. */
const isApproved = (approved: readonly string[], { id, name, category }: Service) =>
  [id, name, category].some((word) => approved.includes(word))

/** Usercentrics 2 after its documentation: functions that answer at once, a window event whose name the site sets up. */
export const fakeUsercentrics2 = ({
  defaults = false,
  required = true,
  event = 'ucEvent',
}: Settings & { readonly event?: string } = {}): FakePlatform => {
  let approved: readonly string[] | undefined
  let initialized = false
  const status = (service: Service) => (approved ? isApproved(approved, service) : defaults)
  const ui: Record<string, unknown> = {
    isInitialized: () => initialized,
    isConsentRequired: () => required && approved === undefined,
    areAllConsentsAccepted: () => services.every(status),
    getServicesBaseInfo: () =>
      services.map((service) => ({
        id: service.id,
        name: service.name,
        categorySlug: service.category,
        consent: { status: status(service) },
      })),
  }
  const tellStatus = (action: string, type: string) =>
    tell(window, event, {
      event: 'consent_status',
      action,
      type,
      ...Object.fromEntries(services.map((service) => [service.name, status(service)])),
    })
  return {
    load: (stored) => {
      approved = stored
      page.UC_UI = ui
      initialized = true
      tell(window, 'UC_UI_INITIALIZED')
      tellStatus('onInitialPageLoad', 'IMPLICIT')
    },
    choose: (ids) => {
      approved = ids
      tellStatus('onUpdateServices', 'explicit')
    },
    reopen: () => tell(window, 'UC_UI_VIEW_CHANGED', { view: 'FIRST_LAYER' }),
    breakDown: () => {
      Object.assign(ui, { isConsentRequired: fail, getServicesBaseInfo: fail })
      tellStatus('onUpdateServices', 'explicit')
    },
    lie: () => {
      const nonsense = [{ id: 'S1', categorySlug: 'functional', consent: { status: 'yes' } }]
      Object.assign(ui, { isConsentRequired: () => 'no', getServicesBaseInfo: () => nonsense })
      tell(window, event, { type: 7 })
    },
    vanish: () => {
      delete page.UC_UI
      tellStatus('onUpdateServices', 'explicit')
    },
  }
}

/** Usercentrics 3 after its documentation and typings: everything is a promise, changes come with the whole structure. */
export const fakeUsercentrics3 = ({ defaults = false, required = true }: Settings = {}): FakePlatform => {
  let approved: readonly string[] | undefined
  let initialized = false
  const given = (service: Service) => (approved ? isApproved(approved, service) : defaults)
  const state = (category: string) => {
    const all = services.filter((service) => service.category === category).map(given)
    return all.every(Boolean) ? 'ALL_ACCEPTED' : all.some(Boolean) ? 'SOME_ACCEPTED' : 'ALL_DENIED'
  }
  const details = () => ({
    consent: { required: required && !approved, type: approved ? 'EXPLICIT' : 'IMPLICIT' },
    services: Object.fromEntries(
      services.map((service) => {
        const { id, name, category } = service
        return [id, { id, name, category, essential: false, consent: { given: given(service), type: 'EXPLICIT' } }]
      }),
    ),
    categories: Object.fromEntries(
      ['functional', 'marketing'].map((id) => [id, { state: state(id), essential: false, dps: {} }]),
    ),
  })
  const cmp: Record<string, unknown> = {
    isInitialized: async () => initialized,
    isConsentRequired: async () => required && approved === undefined,
    getConsentDetails: async () => details(),
  }
  return {
    load: async (stored) => {
      approved = stored
      page.__ucCmp = cmp
      // The script is there before its settings are.
      await Promise.resolve()
      initialized = true
      tell(window, 'UC_UI_INITIALIZED')
    },
    choose: (ids) => {
      approved = ids
      tell(window, 'UC_CONSENT', details())
    },
    reopen: () => tell(window, 'UC_UI_VIEW_CHANGED', { view: 'FIRST_LAYER' }),
    breakDown: () => {
      Object.assign(cmp, { isConsentRequired: async () => fail(), getConsentDetails: async () => fail() })
      tell(window, 'UC_CONSENT', null)
    },
    lie: () => {
      const categories = { functional: { state: true } }
      const nonsense = { consent: { type: 7 }, services: { S1: { consent: 'yes' } }, categories }
      Object.assign(cmp, { isConsentRequired: async () => 'no', getConsentDetails: async () => nonsense })
      tell(window, 'UC_CONSENT', nonsense)
    },
    vanish: () => {
      delete page.__ucCmp
      tell(window, 'UC_CONSENT', null)
    },
  }
}
