import { checkKinds, OptInError } from '../core/errors.js'
import type { OptInConfig } from '../types.js'
import type { Desk } from './desk.js'
import { openDesk } from './desk.js'
import { takeOver } from './takeOver.js'
import type { CallOptions, CommandsConfig, ConfigureOptions, CreateCommands } from './types.js'

/** Makes `createCommands` for a page: `createOptIn` makes an OptIn where the page has none. */
export const commandsFor = (createOptIn: (config: OptInConfig) => unknown): CreateCommands => {
  const createCommands = (config: CommandsConfig = {}) => {
    checkKinds(config, { sdk: 'function', ungated: 'list', limit: 'number' })
    let desk: Desk = async (command, options) => {
      if (command !== 'configure') throw new OptInError('not-configured', 'The library must be configured first.')
      ;[desk, close] = openDesk(config, (options ?? {}) as ConfigureOptions, createOptIn)
    }
    let close: (error: unknown) => void
    const alloy = (command: string, options: unknown, call: CallOptions | undefined): Promise<unknown> => desk(command, options, call)
    alloy.destroy = (): void => {
      const end = new OptInError('destroyed', 'The library was destroyed: create another one.')
      close?.(end)
      desk = async () => {
        throw end
      }
    }
    if (config.name) takeOver(globalThis as never, config.name, alloy as never)
    return alloy
  }
  return createCommands as unknown as CreateCommands
}
