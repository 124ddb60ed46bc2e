import { tcf } from '../adapters/tcf.js'
import { buildOptIn } from '../createOptIn.js'
import type { AnyOptIn } from '../types.js'
import { carryOver } from './carryOver.js'
import { makeOf } from './makeOf.js'
import { readConnectors } from './readConnectors.js'
import { readGate } from './readGate.js'
import type { Settings } from './turbine.js'
import { log } from './turbine.js'

const SAFE = { doesOptInApply: true }
const OPEN = 'Correct it in the configuration of the extension.'

/**
 * Makes an OptIn of the extension's configuration: what cannot be used is logged and left out.
 *
 * Where `doesOptInApply` cannot be read, opt-in applies.
 */
export const createFrom = (configuration: Settings, isEmptyNoAnswer: boolean | undefined): AnyOptIn => {
  const given = carryOver(configuration)

  const make = ({ adapters, bridges, gate, ...options }: Settings): AnyOptIn => {
    const applies = options['doesOptInApply']
    // No answer is never a yes.
    if ('doesOptInApply' in options && (applies == null || (applies === '' && isEmptyNoAnswer))) throw Error('`doesOptInApply` has no value, so opt-in applies.')
    return buildOptIn(
      {
        onError: (error: unknown) => log(error, OPEN),
        ...('doesOptInApply' in given && SAFE),
        ...options,
        adapters: readConnectors('adapters', adapters),
        bridges: readConnectors('bridges', bridges),
        gate: readGate(gate),
      },
      tcf,
    )
  }
  return makeOf(given, make, (error) => log(error, `${OPEN} It is left out.`), SAFE)
}
