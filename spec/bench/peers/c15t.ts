import type * as C15t from 'c15t'
import type { Contender, Drive } from './contender.js'

const drive = (): Drive => {
  const page = window as unknown as { c15t: typeof C15t }
  let store: ReturnType<typeof C15t.getOrCreateConsentRuntime>['consentStore']
  return {
    install: async () => {
      store = page.c15t.getOrCreateConsentRuntime({
        mode: 'offline',
        consentCategories: ['necessary', 'functionality', 'measurement', 'experience', 'marketing'],
        reloadOnConsentRevoked: false,
      }).consentStore
      if (!store.getState().hasFetchedBanner)
        await new Promise<void>((resolve) => {
          const stop = store.subscribe((state) => {
            if (!state.hasFetchedBanner) return
            stop()
            resolve()
          })
        })
    },
    decide: (approved) => store.getState().saveConsents(approved ? 'all' : 'necessary'),
    ask: (times) => {
      let yes = 0
      for (let at = 0; at < times; at++) if (store.getState().has('measurement')) yes++
      return yes
    },
    listen: (callback) => store.getState().subscribeToConsentChanges(callback),
  }
}

/** c15t's store with the five categories it has, and no server behind it. */
export const c15t: Contender = { script: { module: 'node_modules/c15t/dist/index.js', global: 'c15t' }, isStoring: true, drive }
