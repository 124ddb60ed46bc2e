import type { Contender, Drive } from './contender.js'
import { eight } from './eight.js'

interface Manager {
  acceptAll(): void
  declineAll(): void
  getConsent(id: string): boolean
  on(event: 'update', callback: () => void): void
}

const drive = (ids: readonly string[]): Drive => {
  const page = window as unknown as { loadOrejime: (config: object) => { manager: Manager } }
  let manager: Manager
  return {
    install: () => {
      ;({ manager } = page.loadOrejime({ privacyPolicyUrl: '/privacy', purposes: ids.map((id) => ({ id, title: id, cookies: [] })) }))
    },
    decide: (approved) => (approved ? manager.acceptAll() : manager.declineAll()),
    ask: (times) => {
      let yes = 0
      for (let at = 0; at < times; at++) if (manager.getConsent('one')) yes++
      return yes
    },
    listen: (callback) => manager.on('update', callback),
  }
}

/** Orejime with its standard banner. */
export const orejime: Contender = {
  script: { file: 'node_modules/orejime/dist/orejime-standard-en.js' },
  isStoring: true,
  drive,
  details: eight,
}
