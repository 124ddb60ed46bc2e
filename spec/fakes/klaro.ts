import type { FakePlatform } from './platform.js'
import { fail, page } from './platform.js'

interface Manager {
  changeAll(value: boolean): void
  updateConsent(name: string, value: boolean): void
  saveAndApplyConsents(): void
  resetConsents(): void
  notify(name: string): void
}

interface Klaro {
  getManager(config?: object): Manager
  setup(config: object): void
  show(config?: object, modal?: boolean): void
}

/** Services with their purposes; one is on by default, so that a default taken for a choice is seen. */
export const services = [
  { name: 'adobe-analytics', purposes: ['analytics'], default: true },
  { name: 'adobe-target', purposes: ['functional'] },
  { name: 'audience-manager', purposes: ['marketing'] },
]

/** The real Klaro, freshly loaded, with a config of three services. */
export const realKlaro = (settings: object = {}): FakePlatform & { manager(): Manager; klaro(): Klaro } => {
  let klaro: Klaro
  const config = { services, noAutoLoad: true, translations: {}, ...settings }
  const isApproved = (approved: readonly string[], { name, purposes }: (typeof services)[number]) =>
    [name, ...purposes].some((word) => approved.includes(word))
  const manager = () => klaro.getManager(config)
  return {
    manager,
    klaro: () => klaro,
    load: (stored) => {
      if (stored) {
        const choice = Object.fromEntries(services.map((service) => [service.name, isApproved(stored, service)]))
        document.cookie = `klaro=${encodeURIComponent(JSON.stringify(choice))}; path=/`
      }
      page.klaroConfig = config
      jest.isolateModules(() => {
        klaro = jest.requireActual('klaro')
      })
      page.klaro = { ...klaro }
    },
    choose: (approved) => {
      for (const service of services) manager().updateConsent(service.name, isApproved(approved, service))
      manager().saveAndApplyConsents()
    },
    // A toggle that is not saved is no answer.
    reopen: () => {
      for (const { name } of services) manager().updateConsent(name, true)
    },
    breakDown: () => {
      Object.defineProperty(manager(), 'confirmed', { get: fail })
      manager().notify('consents')
    },
    lie: () => {
      Object.assign(manager(), { confirmed: true, savedConsents: { 'adobe-analytics': 'yes', 'adobe-target': 1 } })
      manager().notify('saveConsents')
    },
    vanish: () => {
      delete page.klaro
      delete page.klaroConfig
      manager().notify('saveConsents')
    },
  }
}
