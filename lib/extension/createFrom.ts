import { tcf } from '../adapters/tcf.js'
import { buildOptIn } from '../createOptIn.js'
import type { AnyOptIn } from '../types.js'
import { carryOver } from './carryOver.js'
import { leaveOut, placeOf } from './leaveOut.js'
import { readConnectors } from './readConnectors.js'
import { readGate } from './readGate.js'
import type { Settings } from './turbine.js'
import { log } from './turbine.js'

const SAFE = { doesOptInApply: true }
const OPEN = 'Correct it in the configuration of the extension.'

/** The configuration → the settings of the hall, with connectors in the place of their names. */
const readSettings = (given: Settings, isEmptyNoAnswer: boolean): Settings => {
  const { adapters, bridges, gate, ...options } = given
  const applies = given['doesOptInApply']
  const isUnanswered = Object.hasOwn(given, 'doesOptInApply') && (applies == null || (applies === '' && isEmptyNoAnswer))
  // No answer is never a yes.
  if (isUnanswered) log('`doesOptInApply` has no value, so opt-in applies.', OPEN)
  return {
    onError: (error: unknown) => log(error, OPEN),
    ...options,
    ...(isUnanswered && SAFE),
    adapters: readConnectors('adapters', adapters),
    bridges: readConnectors('bridges', bridges),
    gate: readGate(gate),
  }
}

/**
 * Makes an OptIn of the extension's configuration. It never throws: what cannot be used is logged and left out.
 *
 * Where `doesOptInApply` cannot be read, opt-in applies.
 */
export const createFrom = (configuration: Settings, isEmptyNoAnswer = false): AnyOptIn => {
  let settings = readSettings(carryOver(configuration), isEmptyNoAnswer)
  for (;;)
    try {
      return buildOptIn(settings, tcf)
    } catch (error) {
      log(error, `It is left out. ${OPEN}`)
      const [option = ''] = placeOf(error)
      if (settings === SAFE) throw error
      settings = Object.hasOwn(settings, option)
        ? { ...(leaveOut(settings, [option]) as Settings), ...(option === 'doesOptInApply' && SAFE) }
        : SAFE
    }
}
