import type { AnyOptIn, Plugin } from '../../lib/types.js'
import { createCall } from '../../lib/core/createCall.js'
import { createPlugins } from '../../lib/core/plugins.js'

const setUp = (methods: Readonly<Record<string, unknown>> = {}) => {
  const errors: unknown[] = []
  const report = (error: unknown) => errors.push(error)
  const plugins = createPlugins(createCall(report))
  const onRegister = jest.fn()
  const plugin = { name: 'demo', onRegister, ...methods } as unknown as Plugin
  const optIn = {} as AnyOptIn
  plugins.register(plugin, optIn)
  return { plugins, plugin, onRegister, optIn, errors }
}

describe('a plugin', () => {
  it('is registered once, and given the OptIn', () => {
    const { plugins, onRegister, optIn } = setUp()
    const second = jest.fn()
    plugins.register({ name: 'demo', onRegister: second }, optIn)
    expect(onRegister.mock.calls).toEqual([[optIn]])
    expect(second).not.toHaveBeenCalled()
    expect(plugins.names()).toEqual(['demo'])
  })

  it.each([[undefined], [null], [{}], [{ name: 'x' }], [{ onRegister: () => {} }], [{ name: 'x', onRegister: 5 }]])('is refused when it is %p', (plugin) => {
    const { plugins, optIn } = setUp()
    expect(() => plugins.register(plugin as unknown as Plugin, optIn)).toThrow(
      expect.objectContaining({ code: 'invalid-plugin', message: expect.stringMatching(/^\[OptIn#registerPlugin\] Plugin is invalid\./) }),
    )
  })

  it('stays registered when its onRegister throws, which reaches the caller', () => {
    const { plugins, optIn } = setUp()
    const onRegister = () => {
      throw new Error('bad')
    }
    expect(() => plugins.register({ name: 'bad', onRegister }, optIn)).toThrow('bad')
    expect(plugins.names()).toEqual(['demo', 'bad'])
  })

  it('is called as name.method, with its parameters and the callback', () => {
    const ping = jest.fn(({ callback }: { callback: (...result: unknown[]) => void }) => callback(null, 'pong'))
    const { plugins, plugin, errors } = setUp({ ping })
    const callback = jest.fn()
    plugins.execute({ command: 'demo.ping', params: { x: 1 }, callback })
    expect(ping.mock.contexts[0]).toBe(plugin)
    expect(ping.mock.calls[0]?.[0]).toMatchObject({ x: 1 })
    expect(callback.mock.calls).toEqual([[null, 'pong']])
    plugins.execute({ command: 'demo.ping' })
    expect(errors).toEqual([])
  })

  it.each([[undefined], [{}], [{ command: 'nodot' }], [{ command: '.ping' }], [{ command: 'demo.' }], [{ command: 5 as never }]])('refuses the command %p', (command) => {
    const { plugins } = setUp()
    expect(() => plugins.execute(command)).toThrow(
      expect.objectContaining({ code: 'invalid-command', message: expect.stringMatching(/^\[OptIn\.execute\] Please provide a valid command\./) }),
    )
  })

  it.each(['no.such', 'demo.such', 'demo.constructor', 'demo.toString', 'toString.call', '__proto__.toString'])('that does not know %s reports it', (command) => {
    const { plugins, errors } = setUp()
    const callback = jest.fn()
    plugins.execute({ command, callback })
    expect(errors).toEqual([expect.objectContaining({ code: 'invalid-command', message: expect.stringContaining(command) })])
    expect(callback).not.toHaveBeenCalled()
  })

  it('tells its error to the callback and to the report', () => {
    const failure = new Error('inside')
    const { plugins, errors } = setUp({
      ping: () => {
        throw failure
      },
    })
    const callback = jest.fn()
    plugins.execute({ command: 'demo.ping', callback })
    expect(callback.mock.calls).toEqual([[failure]])
    expect(errors).toEqual([failure])
  })

  it('answers once, also when it fails after its answer, which is reported', () => {
    const ping = ({ callback }: { callback: (...result: unknown[]) => void }) => {
      callback(null, 1)
      throw new Error('after')
    }
    const { plugins, errors } = setUp({ ping })
    const callback = jest.fn()
    plugins.execute({ command: 'demo.ping', callback })
    expect([callback.mock.calls, errors]).toEqual([[[null, 1]], [new Error('after')]])
  })

  it('is not blamed for an error of the callback, which is called once', () => {
    const { plugins, errors } = setUp({ ping: ({ callback }: { callback: (...result: unknown[]) => void }) => callback(null, 1) })
    const callback = jest.fn(() => {
      throw new Error('mine')
    })
    plugins.execute({ command: 'demo.ping', callback })
    expect(callback).toHaveBeenCalledTimes(1)
    expect(errors).toEqual([new Error('mine')])
  })
})
