import { Categories } from '../core/categories.js'
import type { GateRules } from '../gate/rules.js'
import { createMatcher } from '../gate/rules.js'

/** Where `Set-Cookie` lines stand: a list of them, one, or the headers of an answer. */
export type SetCookieSource = string | readonly string[] | { getSetCookie(): readonly string[] } | null | undefined

const listOf = (lines: SetCookieSource): readonly string[] =>
  typeof lines === 'object' && lines && 'getSetCookie' in lines ? lines.getSetCookie() : [lines ?? []].flat()

/** The name a browser lists the cookie under: a nameless one by its value, which may look like a name. */
const nameOf = (line: string): string => {
  const [pair = ''] = line.split(';', 1)
  const [name = ''] = pair.replace(/^[\s=]+/, '').split('=', 1)
  return name.trim()
}

// Only the forms of RFC 9110 and RFC 850: what a browser takes for no date keeps the cookie, so it must not count as the past here.
const date = /^[a-z]{3,9}, \d\d[ -][a-z]{3}[ -](\d\d){1,2} \d\d:\d\d:\d\d gmt$/i

/** Whether the line only takes a cookie away; `Max-Age` goes before `Expires`, the last of two counts (RFC 6265bis, section 5.7). */
const isRemoval = (line: string): boolean => {
  const told: Record<string, string> = {}
  for (const part of line.split(';').slice(1)) {
    const [key = ''] = part.split('=', 1)
    told[key.trim().toLowerCase()] = part.slice(key.length + 1).trim()
  }
  const { 'max-age': maxAge = '', expires = '' } = told
  return /^-?\d+$/.test(maxAge) ? +maxAge <= 0 : date.test(expires) && Date.parse(expires) <= Date.now()
}

/**
 * Answers those of an answer's `Set-Cookie` lines that may go out: the category of their name is approved, or no rule names them.
 *
 * The rules are the gate's, added to the known Adobe names. Removals, and the record of the decision itself, always go out.
 * A text counts as one line: a comma may stand inside a date.
 *
 * @example
 * response.setHeader('Set-Cookie', filterSetCookie(response.getHeader('Set-Cookie'), permissions))
 */
export const filterSetCookie = (
  lines: SetCookieSource,
  permissions: Readonly<Record<string, boolean>>,
  rules?: GateRules,
): string[] => {
  const categoryOf = createMatcher(rules)
  const isApproved = (category: string): boolean => {
    const value = Categories[category as keyof typeof Categories] ?? category
    return Object.hasOwn(permissions, value) && permissions[value] === true
  }
  return listOf(lines).filter((line) => {
    const category = categoryOf('cookie', nameOf(line))
    return category === undefined || isApproved(category) || isRemoval(line)
  })
}
