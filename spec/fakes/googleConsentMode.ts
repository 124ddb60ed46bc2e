import type { FakeSystem } from './system.js'
import { breakage, page } from './system.js'

/** Google's tags tell a command from data by its being an `arguments` object. */
const isCommand = (entry: unknown): entry is IArguments => Object.prototype.toString.call(entry) === '[object Arguments]'

/**
 * Google's tag after “Set up consent mode on websites”: it reads `dataLayer` from its beginning when it loads, and hears each later push.
 * npm has no such package.
 */
export const fakeGoogleTag = (): FakeSystem => {
  const layer = () => (page.dataLayer ??= []) as unknown[]
  return {
    load: () => {
      layer().push({ event: 'gtm.js', 'gtm.start': Date.now() })
    },
    told: () =>
      (page.dataLayer as unknown[] | undefined ?? [])
        .filter(isCommand)
        .map((command) => [...command])
        .filter(([command]) => command === 'consent'),
    breakDown: () => {
      layer().push = () => {
        throw breakage
      }
    },
    mend: () => {
      layer().push = Array.prototype.push
    },
    vanish: () => {
      delete page.dataLayer
      delete page.gtag
    },
  }
}
