import { invalidConfig } from '../../core/errors.js'
import type { CategoryMap } from '../../types.js'

/**
 * A host with its sub-domains, `'host.example'`; one path of it and what is below, `'host.example/path'`;
 * an expression or a function that is given the whole address as text.
 */
export type HostRule = string | RegExp | ((url: string) => boolean)

/** The addresses of each category. */
export type HostRules = Readonly<Record<string, readonly HostRule[]>>

/** Rules, read. */
export interface ReadRules {
  /** The category by host, then by path: empty, or with a slash at its beginning and none at its end. */
  readonly hosts: Map<string, Map<string, string>>
  /** What only the whole address can answer, with its category. */
  readonly tests: (readonly [(url: string) => boolean, string])[]
  /** The categories that have rules. */
  readonly categories: string[]
}

/** A host and a path as rules compare them: case, escapes, a final dot or slash do not matter. */
export const plain = ({ hostname, pathname }: URL): readonly [string, string] => {
  try {
    pathname = decodeURIComponent(pathname)
  } catch {
    // Broken escapes compare as they stand.
  }
  return [hostname.replace(/\.$/, ''), pathname.toLowerCase().replace(/\/+/g, '/').replace(/\/$/, '')]
}

/** Reads rules, of which the first that names a place counts; throws `invalid-config` that names what is none, or a category nobody knows. */
export const readHostRules = (own: HostRules = {}, known: HostRules = {}, names?: CategoryMap): ReadRules => {
  const hosts: ReadRules['hosts'] = new Map()
  const tests: ReadRules['tests'] = []
  const categories: string[] = []
  const values = Object.values(names ?? {})

  for (const rules of [own, known])
    for (const [key, list] of Object.entries(rules)) {
      const category = names && Object.hasOwn(names, key) ? names[key]! : key
      if (names && !values.includes(category)) throw invalidConfig('rules', key, `about ${values.join(', ')}`)
      if (!Array.isArray(list)) throw invalidConfig(`rules.${key}`, list, 'a list')
      categories.push(category)
      for (const [index, rule] of list.entries()) {
        const address = typeof rule === 'string' && /^[^\s/?#*@\\]+(\/[^?#]*)?$/.test(rule) && `http://${rule}`
        if (typeof rule === 'function') tests.push([rule, category])
        // `search` begins at the beginning, whatever the flags `g` and `y` remember.
        else if (rule instanceof RegExp) tests.push([(url) => url.search(rule) >= 0, category])
        else if (address && URL.canParse(address)) {
          const [host, path] = plain(new URL(address))
          const paths = hosts.get(host) ?? new Map<string, string>()
          hosts.set(host, paths)
          if (!paths.has(path)) paths.set(path, category)
        } else throw invalidConfig(`rules.${key}[${index}]`, rule, '"host.example", "host.example/path", an expression or a function')
      }
    }
  return { hosts, tests, categories }
}
