import type { OptInConfig } from '../types.js'
import { copyOptions } from './copyOptions.js'
import { decide } from './decide.js'
import { restoreEarlierChoice } from './earlierChoice.js'
import { failure } from './failure.js'
import { markClicks } from './markClicks.js'
import { NEVER_WAITING, type Names } from './names.js'
import { readPurposes } from './purposes.js'
import { createQueue, nextTurn, type Work } from './queue.js'
import { readSettings } from './readSettings.js'
import { takeOver } from './takeOver.js'
import type { AskedOptIn, CallOptions, Command, CommandMap, CommandsConfig, ConfigureOptions, CreateCommands, Page } from './types.js'

/** Makes `createCommands` for a page: `createOptIn` makes an OptIn where the page has none. */
export const commandsFor = (createOptIn: (config: OptInConfig) => unknown): CreateCommands => {
  const createCommands = (config: CommandsConfig = {}) => {
    const { name, sdk, ungated = [], limit = 100_000 } = config
    const page = globalThis as unknown as Page
    // Without a prototype every key is an own one.
    const commands = { __proto__: null, ...config.commands } as unknown as CommandMap
    const free = [...NEVER_WAITING, ...ungated]
    const [waiting, proceed, enter] = createQueue()
    let optIn: AskedOptIn | undefined
    let names: Names | undefined
    let settings: object
    let ready: unknown
    let refuse: (() => never) | undefined, unmark: (() => void) | undefined
    let seen: unknown, isDecided: unknown, isQuiet: unknown, hasWarned: unknown, end: unknown

    /** Configures the SDK the first time it is asked; a promise as long as commands may not follow. */
    const whenReady = (): unknown =>
      (ready ??= Promise.race([
        (async () => sdk!('configure', settings))().catch((error) => {
          refuse = () => {
            throw error
          }
          // What a subscriber throws reaches the OptIn's `onError`; else the page hears of it.
          optIn?.subscribe ? optIn.subscribe(refuse)() : setTimeout(refuse)
        }),
        // The Web SDK refuses within a turn; one that is slower holds nobody up.
        nextTurn(),
      ]).then(() => {
        ready = 0
        news()
      }))

    /** Whether this may run; `undefined` while it is undecided. */
    const answer = (command?: Command): boolean | undefined =>
      !end && (!optIn || optIn.isApproved(command?.needs as never) || (optIn.doesOptInApply && !isDecided && undefined))

    /** After any decision: the SDK is configured once everything is approved; what waits is released or refused. */
    const news = (): void => {
      seen = optIn?.permissions
      if (sdk && answer()) whenReady()
      proceed()
    }

    // While a staged round is open the status tells nothing; what it told before it holds.
    const heard = ({ status }: { readonly status?: unknown }): void => {
      if (status !== 'changed') isDecided = status !== 'pending'
      news()
    }

    const listen = (how: 'on' | 'off'): void => {
      optIn?.[how]('complete', heard as never)
      optIn?.[how]('change', heard)
    }

    const configure = (options: ConfigureOptions | undefined): void => {
      if (names) throw failure('already-configured', 'The library has already been configured and may only be configured once.')
      const given = readSettings(options, sdk, config.rename)
      isQuiet = !given.errorsEnabled
      if (given.optInEnabled) {
        optIn = (given.optIn ?? page.adobe?.optIn ?? createOptIn({ doesOptInApply: true, isOptInStorageEnabled: true })) as AskedOptIn
        restoreEarlierChoice(optIn, given.org)
        isDecided = optIn.isComplete
        listen('on')
        if (sdk) unmark = markClicks(page, () => answer(commands.sendEvent))
      }
      ;({ names, settings } = given)
      news()
    }

    const perform = async (command: string, options: unknown, call: CallOptions | undefined): Promise<unknown> => {
      if (end) throw end
      if (command === 'configure') return configure(options as ConfigureOptions)
      if (!names) throw failure('not-configured', 'The library must be configured first. Please do so by executing the configure command.')
      if (command === 'optIn') {
        const decision = readPurposes((options as { purposes?: unknown } | undefined)?.purposes)
        if (optIn) decide(optIn, decision)
        else hasWarned ||= !(console.warn('The optIn command needs optInEnabled: true.') as unknown)
        return
      }

      // A decision holds before it is announced.
      if (seen !== optIn?.permissions) news()
      const signal = call?.signal
      signal?.throwIfAborted()
      const isFree = free.includes(command)
      if (!commands[command]) command = names[command] ?? command
      const mine = commands[command] ?? {}
      if (!mine.run && !sdk)
        throw failure('unknown-command', `There is no command ${command}; there are ${['configure', 'optIn', ...Object.keys(commands)].join(', ')}.`)
      const run = async () => {
        if (mine.run) return mine.run(options)
        refuse?.()
        return sdk!(command, options)
      }
      // What never waits goes ahead of the SDK's configuration; where the SDK minds, after it.
      if (isFree)
        return run().catch((error) => {
          if (mine.run || ready !== undefined) throw error
          whenReady()
          return run()
        })

      return new Promise((resolve, reject) => {
        const abort = () => {
          waiting.delete(work)
          reject(signal!.reason)
        }
        const work: Work = () => {
          const verdict = answer(mine)
          if (verdict == null || (verdict && !mine.run && whenReady())) return ready
          if (verdict) resolve(run())
          else reject(end ?? failure('declined', 'User opted into no purposes.'))
          signal?.removeEventListener('abort', abort)
          return true
        }
        if (enter(work) === true) return
        if (waiting.size >= limit) throw failure('queue-full', `${limit} commands wait already.`)
        options = copyOptions(options)
        signal?.addEventListener('abort', abort)
        waiting.add(work)
      })
    }

    const alloy = (command: string, options: unknown, call: CallOptions | undefined) =>
      perform(command, options, call).catch((error) => (isQuiet ? console.warn(`${error}`) : Promise.reject(error)))
    alloy.destroy = (): void => {
      end = failure('destroyed', 'The library was destroyed.')
      listen('off')
      unmark?.()
      proceed()
    }
    if (name) takeOver(page, name, alloy as never)
    return alloy
  }
  return createCommands as unknown as CreateCommands
}
