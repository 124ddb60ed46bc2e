import { indexCategories } from '../core/categories.js'
import { invalidConfig } from '../core/errors.js'
import { cookieGate, type GateOptions } from '../gate/index.js'
import type { AnyOptIn, Connector, Report } from '../types.js'
import { fromText } from './fromText.js'
import { leaveOut, placeOf } from './leaveOut.js'

type Rules = Record<string, unknown>

// An expression has no place in JSON, so it comes as `/text/flags`.
const toRule = (option: string, rule: unknown, report: Report): unknown[] => {
  const [, source, flags] = (typeof rule === 'string' && /^\/(.+)\/([a-z]*)$/.exec(rule)) || []
  if (source === undefined) return [rule]
  try {
    return [new RegExp(source, flags)]
  } catch {
    report(invalidConfig(option, rule, 'made of names and expressions'))
    return []
  }
}

/** Rules with categories by value; those of a category nobody knows are reported and left out. */
const toRules = (rules: Rules, { Categories }: AnyOptIn, report: Report): Rules => {
  const index = indexCategories(Categories)
  const known: Rules = {}
  for (const [name, list] of Object.entries(rules)) {
    const category = index.get(name)
    if (category === undefined) report(invalidConfig('gate.rules', name, `about ${Object.values(Categories)}`))
    else known[category] = Array.isArray(list) ? list.flatMap((rule) => toRule(`gate.rules.${name}`, rule, report)) : list
  }
  return known
}

/** The gate with the options that can be used; it is never left out for the sake of one that cannot. */
const connectGate =
  (given: unknown): Connector =>
  (optIn, report) => {
    const rules = (given as GateOptions).rules as Rules | undefined
    let options: object = { ...(given as GateOptions), ...(rules && typeof rules === 'object' && { rules: toRules(rules, optIn, report) }) }
    for (;;)
      try {
        return cookieGate(options)(optIn, report)
      } catch (error) {
        report(error)
        const left = leaveOut(options, placeOf(error)) as object
        if (JSON.stringify(left) === JSON.stringify(options)) return cookieGate()(optIn, report)
        options = left
      }
  }

/** The setting `gate`: `true` or options puts the cookie gate in place, `false` or nothing leaves it out. */
export const readGate = (value: unknown): Connector[] => {
  const given = fromText(value) ?? ''
  if (typeof given === 'function') return [given as Connector]
  if (given === false || given === '') return []
  const isUsable = given === true || (typeof given === 'object' && !Array.isArray(given))
  const fault: Connector = (_optIn, report) => report(invalidConfig('gate', given, 'true, false or a map of its options'))
  return [...(isUsable ? [] : [fault]), connectGate(isUsable && given !== true ? given : {})]
}
