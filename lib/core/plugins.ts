import type { AnyOptIn, Plugin, PluginCommand, Report } from '../types.js'
import { OptInError } from './errors.js'

/** ECID's contract for plugins: registered by name, called as `name.method` with `{ ...params, callback }`. */
export const createPlugins = (report: Report) => {
  const plugins = new Map<string, Plugin>()

  return {
    names: (): string[] => [...plugins.keys()],

    register: (plugin: Plugin, optIn: AnyOptIn): void => {
      if (!plugin || !plugin.name || typeof plugin.onRegister !== 'function')
        throw new OptInError('invalid-plugin', '[OptIn#registerPlugin] Plugin is invalid. Give it a `name` and a function `onRegister`.')
      if (plugins.has(plugin.name)) return
      plugins.set(plugin.name, plugin)
      plugin.onRegister(optIn)
    },

    execute: ({ command, params, callback }: Partial<PluginCommand> = {}): void => {
      const [name = '', method = ''] = typeof command === 'string' ? command.split('.') : []
      if (!name || !method)
        throw new OptInError('invalid-command', '[OptIn.execute] Please provide a valid command. It has the form "plugin.method".')
      const plugin = plugins.get(name)
      const run = method in Object.prototype ? undefined : plugin?.[method]
      if (typeof run !== 'function') {
        report(new OptInError('invalid-command', `[OptIn.execute] There is no "${command}". Make sure the plugin and its method exist.`))
        return
      }
      let isAnswered = false
      const answer = (...result: unknown[]) => {
        isAnswered = true
        try {
          ;(callback as ((...result: unknown[]) => void) | undefined)?.(...result)
        } catch (error) {
          report(error)
        }
      }
      try {
        run.call(plugin, { ...params, callback: answer })
      } catch (error) {
        report(error)
        if (!isAnswered) answer(error)
      }
    },
  }
}
