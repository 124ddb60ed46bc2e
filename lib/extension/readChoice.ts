import { createReader } from '../core/createReader.js'
import type { Settings } from './turbine.js'

/** One of a few values that a setting may have, the first where none is given; throws `invalid-config` for another. */
export const readChoice = <Choice>(settings: Settings, option: string, choices: readonly [Choice, ...Choice[]]): Choice =>
  createReader(settings)(option, (given) => choices.find((choice) => String(choice) === String(given)), choices.join(' or ')) ?? choices[0]
