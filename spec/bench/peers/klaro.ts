import type { Contender, Drive } from './contender.js'
import { eight } from './eight.js'

interface Manager {
  changeAll(approved: boolean): void
  saveAndApplyConsents(): void
  getConsent(id: string): boolean
  watch(watcher: { readonly update: (manager: unknown, event: string) => void }): void
}

const drive = (ids: readonly string[]): Drive => {
  const page = window as unknown as { klaro: { setup(config: object): void; getManager(config: object): Manager } }
  let manager: Manager
  return {
    install: () => {
      const config = { translations: {}, acceptAll: true, services: ids.map((name) => ({ name, purposes: ['purpose'] })) }
      page.klaro.setup(config)
      manager = page.klaro.getManager(config)
    },
    decide: (approved) => {
      manager.changeAll(approved)
      manager.saveAndApplyConsents()
    },
    ask: (times) => {
      let yes = 0
      for (let at = 0; at < times; at++) if (manager.getConsent('one')) yes++
      return yes
    },
    // A watcher hears each step of a decision; the one that saves it is the decision.
    listen: (callback) => manager.watch({ update: (_manager, event) => event === 'saveConsents' && callback() }),
  }
}

/** Klaro with its notice. */
export const klaro: Contender = { script: { file: 'node_modules/klaro/dist/klaro.js' }, isStoring: true, drive, details: eight }
