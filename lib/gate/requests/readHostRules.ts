import { invalidConfig } from '../../core/errors.js'

/**
 * A host with its sub-domains, `'host.example'`; one path of it and what is below, `'host.example/path'`;
 * an expression or a function that is given the whole address as text.
 */
export type HostRule = string | RegExp | ((url: string) => boolean)

/** The addresses of each category. */
export type HostRules = Readonly<Record<string, readonly HostRule[]>>

/** Rules, read. */
export interface ReadRules {
  /** The category by host, or by host and path without a slash at its end. */
  readonly places: Map<string, string>
  /** What only the whole address can answer, with its category. */
  readonly tests: (readonly [(url: string) => boolean, string])[]
}

/** A host with its path as rules compare them: case, escapes, a final dot or slash do not matter. */
export const placeOf = ({ hostname, pathname }: URL): string => {
  try {
    pathname = decodeURIComponent(pathname)
  } catch {
    // Broken escapes compare as they stand.
  }
  return hostname.replace(/\.$/, '') + pathname.toLowerCase().replace(/\/+/g, '/').replace(/\/$/, '')
}

const readPlace = (rule: unknown): string | undefined => {
  try {
    return typeof rule === 'string' && /^(?!\w+:\/)[^\s/?#*@\\]+(\/[^?#]*)?$/.test(rule) ? placeOf(new URL(`http://${rule}`)) : undefined
  } catch {
    return
  }
}

/** Reads rules, of which the first that names a place counts; throws `invalid-config` that names what is none. */
export const readHostRules = (...all: readonly HostRules[]): ReadRules => {
  const places = new Map<string, string>()
  const tests: ReadRules['tests'] = []
  for (const rules of all)
    for (const [category, list] of Object.entries(rules)) {
      if (!Array.isArray(list)) throw invalidConfig(`rules.${category}`, list, 'a list')
      for (const [index, rule] of list.entries()) {
        const place = readPlace(rule)
        // `search` begins at the beginning, whatever the flags `g` and `y` remember.
        const test = rule instanceof RegExp ? (url: string) => url.search(rule) >= 0 : rule
        if (typeof test === 'function') tests.push([test, category])
        else if (!place) throw invalidConfig(`rules.${category}[${index}]`, rule, '"host.example", "host.example/path", an expression or a function')
        else if (!places.has(place)) places.set(place, category)
      }
    }
  return { places, tests }
}
