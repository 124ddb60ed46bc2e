import { readFileSync } from 'node:fs'
import type { FakePlatform } from './platform.js'
import { fail, page } from './platform.js'

interface Manager {
  on(event: string, callback: (...args: unknown[]) => void): void
  off(event: string, callback: (...args: unknown[]) => void): void
  setConsents(consents: Record<string, boolean>): void
  setConsent(id: string, value: boolean): void
  clearConsents(): void
  emit(event: string, ...args: unknown[]): void
}

const ids = ['analytics', 'functional', 'marketing']
const script = readFileSync('node_modules/orejime/dist/orejime-standard-en.js', 'utf8')

/** The real Orejime, freshly loaded, with three purposes; one is on by default: a default taken for a choice is seen. */
export const realOrejime = (): FakePlatform & { manager(): Manager } => {
  const manager = () => (page.orejime as { manager: Manager }).manager
  let found: Manager
  return {
    manager: () => found,
    load: async (stored) => {
      if (stored) {
        const choice = JSON.stringify(Object.fromEntries(ids.map((id) => [id, stored.includes(id)])))
        document.cookie = `eu-consent=${encodeURIComponent(choice)}; path=/`
      }
      page.orejimeConfig = {
        privacyPolicyUrl: '/privacy',
        purposes: ids.map((id) => ({ id, title: id, cookies: [], default: id === 'analytics' })),
      }
      const element = document.createElement('script')
      element.textContent = script
      document.head.append(element)
      // It appears some time after the document is ready.
      while (!page.orejime) await new Promise((resolve) => setTimeout(resolve))
      found = manager()
    },
    choose: (approved) => found.setConsents(Object.fromEntries(ids.map((id) => [id, approved.includes(id)]))),
    reopen: () => (page.orejime as { prompt(): void }).prompt(),
    breakDown: () => {
      Object.defineProperty(found, 'isDirty', { value: fail })
      found.emit('update', {}, {})
    },
    lie: () => {
      Object.defineProperty(found, 'isDirty', { value: () => false })
      Object.defineProperty(found, 'getAllConsents', { value: () => ({ analytics: 'yes', functional: 1 }) })
      found.emit('update', {}, {})
    },
    vanish: () => {
      delete page.orejime
      found.emit('update', {}, {})
    },
  }
}
