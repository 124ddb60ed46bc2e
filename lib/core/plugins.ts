import type { AnyOptIn, Plugin, PluginCommand } from '../types.js'
import type { Call } from './createCall.js'
import { OptInError } from './errors.js'

/** ECID's contract for plugins: registered by name, called as `name.method` with `{ ...params, callback }`. */
export const createPlugins = (call: Call) => {
  const plugins = new Map<string, Plugin>()

  return {
    names: (): string[] => [...plugins.keys()],

    register: (plugin: Plugin, optIn: AnyOptIn): void => {
      if (!plugin?.name || typeof plugin.onRegister !== 'function')
        throw new OptInError('invalid-plugin', '[OptIn#registerPlugin] Plugin is invalid. It needs a `name` and a function `onRegister`.')
      if (plugins.has(plugin.name)) return
      plugins.set(plugin.name, plugin)
      plugin.onRegister(optIn)
    },

    execute: ({ command, params, callback }: Partial<PluginCommand> = {}): void => {
      const [name, method] = String(command).split('.')
      if (!name || !method) throw new OptInError('invalid-command', '[OptIn.execute] Please provide a valid command. It has the form `plugin.method`.')
      let isAnswered = false
      const answer = (...result: unknown[]): void => {
        isAnswered = true
        call(() => (callback as ((...result: unknown[]) => void) | undefined)?.(...result))
      }
      call(() => {
        const plugin = plugins.get(name)
        const run = plugin?.[method]
        // Members that every object has are no commands.
        if (typeof run !== 'function' || method in Object.prototype)
          throw new OptInError('invalid-command', `[OptIn.execute] There is no ${command}: register the plugin first.`)
        try {
          run.call(plugin, { ...params, callback: answer })
        } catch (error) {
          if (!isAnswered) answer(error)
          throw error
        }
      })
    },
  }
}
