import { invalidConfig } from '../core/errors.js'
import { toObject } from '../core/permissionCodec.js'
import { cookieGate } from '../gate/index.js'
import type { Connector, Report } from '../types.js'
import { fromText } from './fromText.js'
import { makeOf } from './makeOf.js'
import type { Settings } from './turbine.js'

// An expression has no place in JSON, so it comes as `/text/flags`; one that is none is reported and left out.
const toRule = (category: string, rule: unknown, report: Report): unknown => {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(rule as string) ?? []
  try {
    return source ? new RegExp(source, flags) : rule
  } catch {
    report(invalidConfig(`gate.rules.${category}`, rule, 'made of names and expressions'))
    return []
  }
}

/** The rules with their categories by value. */
const readRules = (rules: unknown, Categories: Settings, report: Report): unknown =>
  toObject(rules)
    ? Object.fromEntries(
        Object.entries(rules as Settings).map(([name, list]) => [
          Categories[name] ?? name,
          Array.isArray(list) ? list.flatMap((rule) => toRule(name, rule, report)) : list,
        ]),
      )
    : rules

/**
 * The setting `gate`: `true` or options puts the cookie gate in place, `false` or nothing leaves it out.
 *
 * It is never left out for the sake of an option that cannot be used.
 */
export const readGate = (value: unknown): Connector[] => {
  const given = fromText(value) ?? false
  if (given === false) return []
  if (typeof given === 'function') return [given as Connector]
  return [
    (optIn, report) => {
      const options = given === true ? {} : toObject(given)
      if (!options) report(invalidConfig('gate', given, 'true, false or a map of its options'))
      const settings = { ...options, rules: readRules(options?.['rules'], optIn.Categories, report) }
      return makeOf(settings, (some) => cookieGate(some)(optIn, report), report, {})
    },
  ]
}
