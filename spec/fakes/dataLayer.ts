import type { FakeSystem } from './system.js'
import { breakage, page } from './system.js'

/** An array of the page's own that tags read; what it was told are its entries. */
export const fakeDataLayer = (name = 'dataLayer'): FakeSystem => {
  const layer = () => (page[name] ??= []) as unknown[]
  return {
    load: () => void layer(),
    told: () => [...((page[name] as unknown[] | undefined) ?? [])],
    breakDown: () => {
      layer().push = () => {
        throw breakage
      }
    },
    mend: () => {
      layer().push = Array.prototype.push
    },
    vanish: () => delete page[name],
  }
}
