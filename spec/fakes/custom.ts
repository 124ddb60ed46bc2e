import type { CustomOptions } from '../../lib/adapters/custom.js'
import type { FakePlatform } from './platform.js'
import { fail, page, tell } from './platform.js'

interface Home {
  choice: Readonly<Record<string, boolean>> | null
}

/** A system of one's own, as a site has it: an object with the choice, and an event. */
export const fakeCustom = (): FakePlatform => {
  const home: Home = { choice: null }
  const choose = (approved: readonly string[]) => {
    home.choice = Object.fromEntries(['numbers', 'ads'].map((id) => [id, approved.includes(id)]))
    tell(window, 'home:choice')
  }
  return {
    load: (stored) => {
      page.home = home
      if (stored) choose(stored)
    },
    choose,
    reopen: () => tell(window, 'home:choice'),
    breakDown: () => {
      Object.defineProperty(home, 'choice', { get: fail })
      tell(window, 'home:choice')
    },
    lie: () => {
      home.choice = { numbers: 'yes', ads: 1 } as never
      tell(window, 'home:choice')
    },
    vanish: () => {
      delete page.home
      tell(window, 'home:choice')
    },
  }
}

/** How a site connects it. */
export const customOptions: CustomOptions = {
  map: { numbers: ['aa'], ads: ['aam', 'adcloud'] },
  isReady: () => page.home,
  read: () => (page.home as Home | undefined)?.choice,
  event: 'home:choice',
}
