import type { FakeSystem } from './system.js'
import { breakage, page, scriptLoaded } from './system.js'

/** Meta's pixel after its help pages: one function that takes commands. npm has no such package. */
export const fakeMetaPixel = (): FakeSystem => {
  const told: unknown[] = []
  let isBroken = false
  return {
    load: () => {
      page.fbq = (...command: unknown[]) => {
        if (isBroken) throw breakage
        told.push(command)
      }
      scriptLoaded()
    },
    told: () => told,
    breakDown: () => {
      isBroken = true
    },
    mend: () => {
      isBroken = false
    },
    vanish: () => delete page.fbq,
  }
}
