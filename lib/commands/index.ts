import { createOptIn } from '../createOptIn.js'
import { commandsFor } from './createCommands.js'

/**
 * Makes a command function in the manner of the Web SDK: commands wait until the visitor has chosen.
 *
 * @example
 * const alloy = createCommands({ name: 'alloy', sdk: realAlloy })
 * await alloy('configure', { orgId: 'X@AdobeOrg', datastreamId: '…', optInEnabled: true })
 * alloy('sendEvent', { xdm: {} }) // waits
 * alloy('optIn', { purposes: 'all' }) // and now it is sent
 */
export const createCommands = commandsFor((config) => createOptIn(config))

export type { CallOptions, Command, CommandMap, Commands, CommandsConfig, ConfigureOptions, OptInLike, Purposes, Renames, Sdk } from './types.js'
