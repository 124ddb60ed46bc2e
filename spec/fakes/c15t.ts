import { webcrypto } from 'node:crypto'
import { TextEncoder } from 'node:util'
import type * as c15t from 'c15t'
import type { ConsentRuntimeOptions } from 'c15t'
import type { FakePlatform } from './platform.js'
import { fail, page } from './platform.js'

type C15t = typeof c15t
type Store = ReturnType<C15t['getOrCreateConsentRuntime']>['consentStore']
type Name = 'functionality' | 'measurement' | 'experience' | 'marketing'

const names: readonly Name[] = ['functionality', 'measurement', 'experience', 'marketing']

/** The real c15t without a backend, freshly loaded, asking for every category. */
export const realC15t = (settings: Partial<ConsentRuntimeOptions> = {}): FakePlatform & { store(): Store } => {
  let store: Store
  const save = async (approved: readonly string[]) => {
    for (const name of names) store.getState().setSelectedConsent(name, approved.includes(name))
    await store.getState().saveConsents('custom')
  }
  return {
    store: () => store,
    load: async (stored) => {
      // What every browser has and the simulated one has not.
      Object.assign(page, { TextEncoder })
      Object.defineProperty(page, 'crypto', { value: webcrypto, configurable: true })
      const real: C15t[] = []
      jest.isolateModules(() => void real.push(jest.requireActual('c15t')))
      const start = async () => {
        real[0]!.clearConsentRuntimeCache()
        store = real[0]!.getOrCreateConsentRuntime({
          mode: 'offline',
          consentCategories: ['necessary', ...names],
          reloadOnConsentRevoked: false,
          ...settings,
        } as ConsentRuntimeOptions).consentStore
        while (!store.getState().hasFetchedBanner) await new Promise((resolve) => setTimeout(resolve))
      }
      if (stored) {
        // An earlier visit, of which nobody on this page may see the store.
        Object.defineProperty(page, 'c15tStore', { set: () => undefined, configurable: true })
        await start()
        await save(stored)
        delete page.c15tStore
      }
      await start()
    },
    choose: save,
    reopen: () => store.getState().setActiveUI('banner', { force: true }),
    breakDown: () => {
      Object.assign(store.getState(), { hasConsented: fail })
      store.setState({ activeUI: 'dialog' })
    },
    lie: () => store.setState({ hasConsented: () => true, consents: { measurement: 'yes', experience: 1 } as never }),
    vanish: () => {
      delete page.c15tStore
      store.setState({ activeUI: 'dialog' })
    },
  }
}
