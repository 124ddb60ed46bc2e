import { toMap } from '../core/createReader.js'
import { OptInError, show } from '../core/errors.js'
import type { Decision } from '../types.js'
import { fromText } from './fromText.js'
import type { Settings } from './turbine.js'

/** The setting `decision`: a map `{ category: true or false }`, or its JSON text; throws `invalid-permission` for another kind. */
export const readDecision = ({ decision }: Settings): Decision => {
  const map = toMap(fromText(decision))
  if (!map) throw new OptInError('invalid-permission', `[OptIn] \`decision\` must be a map { category: true or false }; it got ${show(decision)}.`)
  return map as Decision
}
