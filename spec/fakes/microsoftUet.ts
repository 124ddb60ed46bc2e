import type { FakeSystem } from './system.js'
import { breakage, page } from './system.js'

type Queue = { push(...words: unknown[]): unknown }

/**
 * Microsoft's UET tag after its help pages: an array before it loads, then an object of its own made with that array.
 * npm has no such package.
 */
export const fakeUetTag = (): FakeSystem => {
  const told: unknown[] = []
  let isBroken = false
  // A command takes three places of the queue.
  const take = (words: unknown[]) => {
    while (words.length) {
      const command = words.splice(0, 3)
      if (command[0] === 'consent') told.push(command)
    }
  }
  const queued = () => (Array.isArray(page.uetq) ? [...page.uetq] : [])
  return {
    load: () => {
      take(queued())
      page.uetq = {
        push: (...words) => {
          if (isBroken) throw breakage
          take(words)
        },
      } satisfies Queue
    },
    told: () => {
      const before = told.length
      take(queued())
      return Array.isArray(page.uetq) ? told.splice(before) : told
    },
    breakDown: () => {
      isBroken = true
    },
    mend: () => {
      isBroken = false
    },
    vanish: () => delete page.uetq,
  }
}
