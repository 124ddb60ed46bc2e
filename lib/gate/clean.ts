import type { Report } from '../types.js'
import type { Note } from './items.js'
import { deny, type VerdictOf } from './judge.js'
import { nameOf, placeOf } from './parseCookieWrite.js'
import { attributesOf, planRemoval } from './planRemoval.js'
import type { GateSettings } from './readOptions.js'

/** Removes what the visitor's decision denies. `complain` is told the name of a cookie that does not go. */
export const createCleaner = ({ list, stores }: GateSettings, verdictOf: VerdictOf, note: Note, report: Report, complain: (name: string) => void) => {
  // The browser's own: what the page put in its place may not remove anything.
  const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!
  const tails = new Map<string, string>()
  const places = new Map<string, readonly [string, string]>()
  const remember = (name: string, text: string): void => {
    const tail = text.slice(text.indexOf(';') >>> 0)
    // Most cookies are written again and again, with the same attributes.
    if (tail === tails.get(name)) return
    tails.set(name, tail)
    const place = placeOf(tail)
    if (place) places.set(name + place, [name, place])
  }
  for (const rule of list) remember(`${rule.name}`, attributesOf(rule))

  const removeCookies = (): void => {
    const isDenied = (name: string) => verdictOf('cookie', name) === deny
    const listed = (): string[] => get!.call(document).split('; ').map(nameOf).filter(isDenied)
    const remove = (name: string, place: string) => set!.call(document, `${name}=; Max-Age=0${place}`)
    const present = new Set(listed())
    // Cookies of other paths are not listed here.
    for (const [name, place] of places.values()) if (isDenied(name)) remove(name, place)

    let left = [...present]
    for (const place of planRemoval(location.hostname, location.pathname))
      if (left.length) {
        for (const name of left) remove(name, place)
        left = listed()
      }
    for (const name of present)
      if (left.includes(name)) complain(name)
      else note('removed', 'cookie', name)
  }

  return {
    removeCookies,
    /** Keeps in mind where a cookie was put, for the page may not see it there. */
    remember,
    /** Removes everything that is denied now. */
    sweep: (): void => {
      for (const store of stores)
        try {
          if (store === 'cookie') removeCookies()
          else
            for (const name of Object.keys(window[store]))
              if (verdictOf(store, name) === deny) {
                window[store].removeItem(name)
                note('removed', store, name)
              }
        } catch (error) {
          report(error)
        }
    },
  }
}

/** Removes what the visitor's decision denies. */
export type Cleaner = ReturnType<typeof createCleaner>
