import type { Attempt, Note } from './types.js'
import { deny, type VerdictOf } from './judge.js'
import { nameOf, placeOf } from './parseCookieWrite.js'
import { attributesOf, planRemoval } from './planRemoval.js'
import type { GateSettings } from './readOptions.js'

/**
 * Removes what the visitor's decision denies. `complain` is told the name of a cookie that does not go.
 *
 * Gives what keeps in mind where a cookie was put, for the page may not see it there, and what removes everything that is denied now.
 */
export const createCleaner = ({ list, stores }: GateSettings, verdictOf: VerdictOf, note: Note, attempt: Attempt, complain: (name: string) => void) => {
  // The browser's own: what the page put in its place may not remove anything.
  const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') ?? {}
  const textOf = (name: string, place: string): string => `${name}=; Max-Age=0${place}`
  const removals = new Set<string>()
  const remember = (name: string, text: string): void => {
    const place = placeOf(text)
    if (place) removals.add(textOf(name, place))
  }
  for (const rule of list) remember(`${rule.name}`, attributesOf(rule))

  const removeCookies = (): void => {
    const isDenied = (name: string) => verdictOf('cookie', name) === deny
    const listed = (): string[] => get!.call(document).split('; ').map(nameOf).filter(isDenied)
    const present = new Set(listed())
    // Cookies of other paths are not listed here.
    for (const text of removals) if (isDenied(nameOf(text))) set!.call(document, text)

    for (const place of planRemoval(location.hostname, location.pathname))
      for (const name of listed()) set!.call(document, textOf(name, place))
    const left = listed()
    for (const name of present)
      if (left.includes(name)) complain(name)
      else note('removed', 'cookie', name)
  }

  const removeItems = (store: 'localStorage' | 'sessionStorage'): void => {
    try {
      for (const name of Object.keys(window[store]))
        if (verdictOf(store, name) === deny) {
          window[store].removeItem(name)
          note('removed', store, name)
        }
    } catch {
      // Of a storage that the browser refuses there is nothing to remove.
    }
  }

  const removeDenied = (): void => {
    for (const store of stores) attempt(() => (store === 'cookie' ? removeCookies() : removeItems(store)))
  }
  return [remember, removeDenied] as const
}
