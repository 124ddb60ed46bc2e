import { invalidConfig } from '../core/errors.js'
import { fromText } from './fromText.js'
import type { Settings } from './turbine.js'

/** One of a few values that a setting may have, the first where none is given; throws `invalid-config` for another. */
export const readChoice = <Choice>(settings: Settings, option: string, choices: readonly [Choice, ...Choice[]]): Choice => {
  const given = settings[option] ?? ''
  const found = given === '' ? choices[0] : choices.find((choice) => choice === fromText(given))
  if (found === undefined) throw invalidConfig(option, given, choices.map(String).join(' or '))
  return found
}
