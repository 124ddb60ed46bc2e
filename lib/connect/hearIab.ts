import type { Disconnect } from '../types.js'
import type { IabQuestion } from './findIab.js'
import { findIab } from './findIab.js'
import { poll } from './poll.js'
import { whenReady } from './whenReady.js'

/**
 * Listens to an IAB platform as soon as it is there; `heard` gets each value it answers with success.
 *
 * One that has no event, or is spoken to by messages, is asked again from time to time: stubs in use forget who asked
 * before the platform was loaded, and tell frames of no later event (npm @iabtechlabtcf/stub 1.5.21).
 */
export const hearIab = (
  question: IabQuestion,
  heard: (value: unknown) => void,
  failed: (error: unknown) => void,
): Disconnect =>
  whenReady(
    () => findIab(question),
    ({ ask, close }) => {
      let stopped: unknown
      let listener: unknown // the first id there is, is 0
      const removeListener = () => listener === undefined || ask('removeEventListener', () => {}, listener)
      const look = () => {
        try {
          ask(question.read ?? 'addEventListener', (value, success) => {
            const id = (value as { listenerId?: unknown } | null)?.listenerId
            if (id !== listener) {
              removeListener()
              listener = id
            }
            // Ended before the first answer told the id.
            if (stopped) removeListener()
            else if (success && value) heard(value)
          })
        } catch (error) {
          failed(error)
        }
      }
      look()
      const stopLooking = question.read || close ? poll(look, 1_000, 5_000) : close
      return () => {
        stopped = 1
        stopLooking?.()
        removeListener()
        close?.()
      }
    },
    failed,
  )
