import { toMap } from '../core/permissionCodec.js'
import { invalidConfig } from '../core/errors.js'
import type { Decision } from '../types.js'
import { fromText } from './fromText.js'
import type { Settings } from './turbine.js'

/** The setting `decision`: a map `{ category: true or false }`, or its JSON text; throws `invalid-config` for another kind. */
export const readDecision = ({ decision }: Settings): Decision => {
  const map = toMap(fromText(decision))
  if (!map) throw invalidConfig('decision', decision, 'a map { category: true or false }')
  return map as Decision
}
