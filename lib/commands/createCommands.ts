import type { OptInConfig } from '../types.js'
import { copyOptions } from './copyOptions.js'
import { decide } from './decide.js'
import { restoreEarlierChoice } from './earlierChoice.js'
import { failure } from './failure.js'
import type { OwnKeys } from './names.js'
import { HISTORIC, NEVER_WAITING } from './names.js'
import { readPurposes } from './purposes.js'
import type { Work } from './queue.js'
import { createQueue, nextTurn } from './queue.js'
import { takeOver } from './takeOver.js'
import type { AskedOptIn, CallOptions, Command, CommandsConfig, ConfigureOptions, CreateCommands, Page } from './types.js'

/** Makes `createCommands` for a page: `createOptIn` makes an OptIn where the page has none. */
export const commandsFor = (createOptIn: (config: OptInConfig) => unknown): CreateCommands => {
  const createCommands = (config: CommandsConfig = {}) => {
    const { name, sdk, ungated = [], limit = 100_000 } = config
    const page = globalThis as unknown as Page
    // Without a prototype every key is an own one.
    const commands = { __proto__: null, ...config.commands } as unknown as OwnKeys<Command>
    const free = [...NEVER_WAITING, ...ungated]
    const [waiting, proceed, enter] = createQueue()
    let optIn: AskedOptIn | undefined
    let names: OwnKeys<string> | undefined
    let settings: object
    let refuse: (() => never) | undefined
    let ready: unknown, seen: unknown, isDecided: unknown, isQuiet: unknown, hasWarned: unknown, end: unknown

    /** Configures the SDK the first time it is asked; a promise as long as commands may not follow. */
    const whenReady = (): unknown =>
      (ready ??= Promise.race([
        (async () => sdk!('configure', settings))().catch((error) => {
          refuse = () => {
            throw error
          }
          // What a subscriber throws reaches the OptIn's `onError`; else the page hears of it.
          if (optIn?.subscribe) optIn.subscribe(refuse)()
          else setTimeout(refuse)
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
      optIn?.[how]('change', heard)
      optIn?.[how]('complete', heard as never)
    }
    // The Web SDK sends link clicks by itself, but not those with this mark, by which AppMeasurement tells it that they are copies.
    // https://github.com/adobe/alloy/blob/main/packages/browser/src/components/ActivityCollector/attachClickActivityCollector.js
    const clicked = (event: { s_fe?: unknown }): unknown => answer(commands.sendEvent) || (event.s_fe = 1)
    const configure = (options: ConfigureOptions = {}): void => {
      const { optInEnabled = false, errorsEnabled = true, optIn: given, rename = config.rename, ...rest } = options
      if (names) throw failure('already-configured', 'The library has already been configured.')
      for (const [option, got] of Object.entries({ optInEnabled, errorsEnabled }))
        if (got !== !!got) throw failure('invalid-config', `\`${option}\` must be true or false; it got ${got}.`)
      isQuiet = !errorsEnabled
      if (optInEnabled) {
        optIn = (given ?? page.adobe?.optIn ?? createOptIn({ doesOptInApply: true, isOptInStorageEnabled: true })) as AskedOptIn
        restoreEarlierChoice(optIn, rest.orgId ?? rest.imsOrgId)
        isDecided = optIn.isComplete
        listen('on')
        if (sdk) page.addEventListener?.('click', clicked, true)
      }
      names = { __proto__: null, ...((sdk as object) && rename !== false && { ...HISTORIC, ...rename }) } as unknown as OwnKeys<string>
      settings = Object.fromEntries(Object.entries(copyOptions(rest)).map(([option, value]) => [names![option] ?? option, value]))
      news()
    }
    const perform = async (command: string, options: unknown, call: CallOptions | undefined): Promise<unknown> => {
      if (end) throw end
      if (command === 'configure') return configure(options as ConfigureOptions)
      if (!names) throw failure('not-configured', 'The library must be configured first.')
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
      const mine = commands[command] || {}
      if (!mine.run && !sdk)
        throw failure('unknown-command', `There is no command ${command}; there are configure,optIn,${Object.keys(commands)}.`)
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
      perform(command, options, call).catch((error) => {
        if (!isQuiet) throw error
        console.warn(`${error}`)
      })
    alloy.destroy = (): void => {
      end = failure('destroyed', 'The library was destroyed.')
      listen('off')
      page.removeEventListener?.('click', clicked, true)
      proceed()
    }
    if (name) takeOver(page, name, alloy as never)
    return alloy
  }
  return createCommands as unknown as CreateCommands
}
