import { adobeIndex } from '../core/categories.js'
import { type CategoryRule, type GateRules, readRules } from '../gate/readRules.js'
import { adobeRules } from '../gate/adobeRules.js'
import { createMatcher } from '../gate/rules.js'

interface Answer {
  getSetCookie(): readonly string[]
}

/** Where `Set-Cookie` lines stand: a list of them, one, or the headers of an answer. */
export type SetCookieSource = string | readonly string[] | Answer | null | undefined

/** The last valid value of an attribute: of two the last counts, and one that is no value counts as none (RFC 6265bis, section 5.6). */
const attribute = (line: string, name: string, value: string): string | undefined =>
  RegExp(`^[^]*;\\s*${name}\\s*=\\s*(${value})\\s*(;|$)`, 'i').exec(line)?.[1]

// Only the forms of RFC 9110 and RFC 850: what a browser takes for no date keeps the cookie, so it must not count as the past here.
const DATE = '[a-z]{3,9}, \\d\\d[ -][a-z]{3}[ -](?:\\d\\d){1,2} \\d\\d:\\d\\d:\\d\\d gmt'

/** Whether the line only takes a cookie away; `Max-Age` goes before `Expires`. */
const isRemoval = (line: string): boolean => {
  const age = attribute(line, 'max-age', '-?\\d+')
  return age ? +age <= 0 : Date.parse(attribute(line, 'expires', DATE) ?? '') <= Date.now()
}

// They are the same for every answer.
let adobe: readonly CategoryRule[] | undefined

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
  adobe ??= readRules(adobeRules)
  const categoryOf = createMatcher([...readRules(rules), ...adobe])
  const permitted = new Map(Object.entries(permissions))
  const list = (lines as Partial<Answer> | undefined)?.getSetCookie?.() ?? ([lines ?? []].flat() as string[])
  return list.filter((line) => {
    // A nameless cookie is listed by its value, which may look like a name.
    const name = /^[\s=]*([^=;]*)/.exec(line)![1]!.trim()
    const category = categoryOf('cookie', name)
    return !category || permitted.get(adobeIndex(category) ?? category) === true || isRemoval(line)
  })
}
