import { checkKinds, OptInError } from '../core/errors.js'
import type { OptInConfig } from '../types.js'
import { copyOptions } from './copyOptions.js'
import { decide } from './decide.js'
import { restoreEarlierChoice } from './earlierChoice.js'
import { follow } from './follow.js'
import { HISTORIC, NEVER_WAITING } from './names.js'
import { readPurposes } from './purposes.js'
import type { Work } from './queue.js'
import { createQueue, nextTurn } from './queue.js'
import type { AskedOptIn, CallOptions, Command, CommandsConfig, ConfigureOptions, Page } from './types.js'

/** Performs a command, or lets it wait. */
export type Desk = (command: string, options: unknown, call: CallOptions | undefined) => Promise<unknown>

/**
 * Opens the front desk with the options of `configure`: from now on commands run, wait or are rejected.
 *
 * The second part closes it: what waits is rejected with the error given.
 */
export const openDesk = (
  { sdk, commands: own, ungated = [], limit = 100_000, rename: renames }: CommandsConfig,
  options: ConfigureOptions,
  createOptIn: (config: OptInConfig) => unknown,
): [desk: Desk, close: (error: unknown) => void] => {
  checkKinds(options, { optInEnabled: 'boolean', errorsEnabled: 'boolean', optIn: 'object' })
  const { optInEnabled = false, optIn: given, errorsEnabled = true, rename = renames, ...rest } = options

  const page = globalThis as unknown as Page
  const commands: Readonly<Record<string, Command>> = { ...own }
  const names: Readonly<Record<string, string>> = { __proto__: null as never, ...(sdk && rename !== false && { ...HISTORIC, ...rename }) }
  const settings = Object.fromEntries(Object.entries(copyOptions(rest)).map(([option, value]) => [names[option] ?? option, value]))
  // Where nothing is to wait, one that does not apply is asked: it approves everything.
  const optIn = ((optInEnabled && (given ?? page.adobe?.optIn)) ||
    createOptIn({ doesOptInApply: optInEnabled, isOptInStorageEnabled: optInEnabled })) as AskedOptIn
  if (optInEnabled) restoreEarlierChoice(optIn, rest.orgId ?? rest.imsOrgId)

  const [waiting, proceed] = createQueue()
  let opening: Promise<void> | undefined
  let isOpen: boolean | undefined
  let hasWarned: boolean | undefined
  let refusal = new OptInError('declined', 'User opted into no purposes.') as unknown

  /** What the SDK refused, each of its commands refuses from then on. */
  const onRefusal = (error: unknown) => {
    sdk = () => {
      throw error
    }
    // What a subscriber throws reaches the OptIn's `onError`; else the page hears of it.
    if (optIn.subscribe) optIn.subscribe(sdk as never)()
    else setTimeout(sdk)
  }
  /** Opens the SDK the first time it is asked to. The Web SDK refuses within a turn; one that is slower holds nobody up. */
  const open = () =>
    (opening ??= Promise.race([(async () => sdk!('configure', settings))().catch(onRefusal), nextTurn()]).then(() => {
      isOpen = true
      news()
    }))
  /** After any decision: the SDK is opened once everything is approved; what waits is released or refused. */
  const news = (): void => {
    if (sdk && mayRun()) open()
    proceed()
  }
  const [mayRun, leave] = follow(optIn, news)

  // The Web SDK sends link clicks by itself, but not those with this mark, by which AppMeasurement tells it that they are copies.
  // https://github.com/adobe/alloy/blob/main/packages/browser/src/components/ActivityCollector/attachClickActivityCollector.js
  const markClick = (event: { s_fe?: unknown }): unknown => mayRun(commands.sendEvent?.needs) || (event.s_fe = 1)
  if (sdk) page.addEventListener?.('click', markClick, true)

  const perform: Desk = async (name, options, call) => {
    if (name === 'configure') throw new OptInError('already-configured', 'The library was configured already.')
    if (name === 'optIn') {
      const decision = readPurposes((options as { purposes?: unknown } | undefined)?.purposes)
      if (optInEnabled) decide(optIn, decision)
      else if (!hasWarned) console.warn('The optIn command needs optInEnabled: true.')
      hasWarned = true
      return
    }
    const signal = call?.signal
    signal?.throwIfAborted()

    const command = commands[name] ? name : (names[name] ?? name)
    const { run: ownRun, needs } = commands[command] ?? {}
    if (!ownRun && !sdk)
      throw new OptInError('unknown-command', `There is no command ${command}; there are ${['configure', 'optIn', ...Object.keys(commands)]}.`)
    // Whoever reads them later, also the SDK, gets the options of the moment of the call.
    options = copyOptions(options)
    const run = async () => (ownRun ? ownRun(options) : sdk!(command, options))
    // What never waits goes ahead of the SDK's configuration; where the SDK minds, after it.
    if (NEVER_WAITING.concat(ungated).includes(name))
      return run().catch((error) => {
        if (ownRun || opening) throw error
        open()
        return run()
      })
    return new Promise((resolve, reject) => {
      const abort = () => {
        waiting.delete(work)
        reject(signal!.reason)
      }
      const work: Work = () => {
        const verdict = mayRun(needs)
        if (verdict === undefined) return
        if (verdict && !ownRun && !isOpen) return open()
        if (verdict) resolve(run())
        else reject(refusal)
        signal?.removeEventListener('abort', abort)
        return true
      }
      // What waits comes first: a decision that is not announced yet may have released it too.
      if (!waiting.size && work() === true) return
      const isDue = mayRun(needs) !== undefined
      if (!isDue && waiting.size >= limit) throw new OptInError('queue-full', `${limit} calls wait: raise \`limit\`.`)
      signal?.addEventListener('abort', abort)
      waiting.add(work)
      if (isDue) proceed()
    })
  }

  news()
  return [
    (name, options, call) =>
      perform(name, options, call).catch((error) => {
        if (errorsEnabled) throw error
        console.warn(`${error}`)
      }),
    (error) => {
      page.removeEventListener?.('click', markClick, true)
      refusal = error
      leave()
    },
  ]
}
