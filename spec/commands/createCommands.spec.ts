import { createCommands } from '../../lib/commands/index.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { AnyOptIn } from '../../lib/types.js'
import { ecidOptIn } from '../fakes/ecidOptIn.js'

const pending = Symbol('pending')
const turn = () => new Promise((resolve) => setTimeout(resolve, 5))
const outcome = async (promise: Promise<unknown>) =>
  Promise.race([
    promise.then(
      (result) => ['resolved', result],
      (error: Error & { code?: string }) => ['rejected', error.code ?? error.name, error.message],
    ),
    turn().then(turn).then(() => pending),
  ])
const newOptIn = (config = {}) => createOptIn({ doesOptInApply: true, ...config }) as unknown as AnyOptIn

/** Two commands of one's own, and a log of what ran. */
const setUp = async (config = {}, configured: object = {}, optIn = newOptIn()) => {
  const log: unknown[] = []
  const commands = createCommands({
    commands: {
      count: { needs: ['aa'], run: (options) => void log.push(['count', options]) },
      offer: { needs: ['target'], run: (options) => (log.push(['offer', options]), 'an offer') },
      all: { run: () => void log.push(['all']) },
    },
    ...config,
  }) as unknown as ((command: string, options?: unknown, call?: object) => Promise<unknown>) & { destroy(): void }
  await commands('configure', { optInEnabled: true, optIn, ...configured })
  return { commands, log, optIn }
}
const cookies = () => document.cookie.split('; ').filter(Boolean)
afterEach(() => {
  for (const cookie of cookies()) document.cookie = `${cookie.split('=')[0]}=; max-age=0; path=/`
  delete (window as { adobe?: unknown }).adobe
})

describe('commands', () => {
  it('wait while a category they need is undecided, and run in the order in which they came', async () => {
    const { commands, log, optIn } = await setUp()
    const calls = [commands('count', 1), commands('offer', 2), commands('count', 3), commands('all')]
    expect(await outcome(calls[0] as Promise<unknown>)).toBe(pending)
    expect(log).toEqual([])
    optIn.approveAll()
    await Promise.all(calls)
    expect(log).toEqual([['count', 1], ['offer', 2], ['count', 3], ['all']])
    expect(await calls[1]).toBe('an offer')
  })

  it('need only what they say, and every category when they say nothing', async () => {
    const { commands, log, optIn } = await setUp()
    const [count, offer, all] = [commands('count'), commands('offer'), commands('all')]
    optIn.decide({ aa: true, target: false })
    expect(await outcome(count)).toEqual(['resolved', undefined])
    expect(await outcome(offer)).toEqual(['rejected', 'declined', 'User opted into no purposes.'])
    expect(await outcome(all)).toEqual(['rejected', 'declined', 'User opted into no purposes.'])
    expect(log).toEqual([['count', undefined]])
  })

  it('that were rejected are not replayed; later ones follow the change of mind, in both directions', async () => {
    const { commands, log } = await setUp()
    const early = commands('count', 'early')
    await commands('optIn', { purposes: 'none' })
    expect(await outcome(early)).toMatchObject(['rejected', 'declined', expect.anything()])
    expect(await outcome(commands('count', 'denied'))).toMatchObject(['rejected', 'declined', expect.anything()])
    await commands('optIn', { purposes: 'all' })
    expect(await outcome(commands('count', 'later'))).toEqual(['resolved', undefined])
    await commands('optIn', { purposes: 'none' })
    expect(await outcome(commands('count', 'again'))).toMatchObject(['rejected', 'declined', expect.anything()])
    expect(log).toEqual([['count', 'later']])
  })

  it('stay where they are while a round is staged', async () => {
    const { commands, optIn } = await setUp()
    const call = commands('count')
    optIn.approve('aa', true)
    expect(await outcome(call)).toBe(pending)
    optIn.complete()
    expect(await outcome(call)).toEqual(['resolved', undefined])
    optIn.deny('aa', true)
    expect(await outcome(commands('count'))).toEqual(['resolved', undefined])
  })

  it('run at once for what is pre-approved, and wait again after a reset', async () => {
    const { commands, optIn } = await setUp({}, {}, newOptIn({ preOptInApprovals: { aa: true } }))
    expect(await outcome(commands('count'))).toEqual(['resolved', undefined])
    optIn.denyAll()
    optIn.reset()
    const offer = commands('offer')
    expect(await outcome(offer)).toBe(pending)
    optIn.approve('target')
    expect(await outcome(offer)).toEqual(['resolved', 'an offer'])
  })

  it.each([false, undefined])('do not wait with optInEnabled %s, where optIn changes nothing and warns once', async (optInEnabled) => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {})
    const { commands, log, optIn } = await setUp({}, { optInEnabled })
    await commands('count', 1)
    await commands('optIn', { purposes: 'none' })
    expect(warn.mock.calls).toEqual([['The optIn command needs optInEnabled: true.']])
    await commands('optIn', { purposes: 'none' })
    await commands('optIn', { purposes: 'none' })
    await commands('count', 2)
    expect([log, optIn.status, warn.mock.calls.length]).toEqual([[['count', 1], ['count', 2]], 'pending', 1])
    warn.mockRestore()
  })

  it('let go of a signal once they have settled', async () => {
    const { commands, optIn } = await setUp()
    const { signal } = new AbortController()
    const heard = new Set<unknown>()
    jest.spyOn(signal, 'addEventListener').mockImplementation((...[, listener]) => void heard.add(listener))
    jest.spyOn(signal, 'removeEventListener').mockImplementation((...[, listener]) => void heard.delete(listener))
    const call = commands('count', 1, { signal })
    expect(heard.size).toBe(1)
    optIn.approveAll()
    await call
    expect(heard.size).toBe(0)
  })

  it('take their options as they are at the call', async () => {
    const { commands, log, optIn } = await setUp()
    const options = { list: [1] }
    const call = commands('count', options)
    options.list.push(2)
    optIn.approveAll()
    await call
    expect(log).toEqual([['count', { list: [1] }]])
    // An SDK may read them later than it is called.
    const later = commands('count', options)
    options.list.push(3)
    await later
    expect(log.at(-1)).toEqual(['count', { list: [1, 2] }])
  })

  it('can be aborted while they wait, and not afterwards', async () => {
    const { commands, log, optIn } = await setUp()
    const aborting = new AbortController()
    const call = commands('count', 1, { signal: aborting.signal })
    aborting.abort(new Error('gone'))
    expect(await outcome(call)).toMatchObject(['rejected', 'Error', 'gone'])
    expect(await outcome(commands('count', 2, { signal: AbortSignal.abort(new Error('before')) }))).toMatchObject(['rejected', 'Error', 'before'])
    optIn.approveAll()
    expect(await outcome(commands('count', 3))).toEqual(['resolved', undefined])
    expect(log).toEqual([['count', 3]])
  })

  it('beyond the limit are rejected', async () => {
    const { commands, optIn } = await setUp({ limit: 2 })
    const calls = [commands('count', 1), commands('count', 2)]
    expect(await outcome(commands('count', 3))).toMatchObject(['rejected', 'queue-full', expect.anything()])
    optIn.approveAll()
    await Promise.all(calls)
    expect(await outcome(commands('count', 4))).toEqual(['resolved', undefined])
  })

  it('that wait are rejected by destroy, and so are later ones', async () => {
    const { commands, log, optIn } = await setUp()
    const call = commands('count')
    commands.destroy()
    expect(await outcome(call)).toMatchObject(['rejected', 'destroyed', expect.anything()])
    optIn.approveAll()
    expect(await outcome(commands('count'))).toMatchObject(['rejected', 'destroyed', expect.anything()])
    expect(log).toEqual([])
  })

  it('that nobody knows are rejected, and told which there are', async () => {
    const bare = createCommands()
    await bare('configure')
    expect(await outcome(bare('optOut'))).toMatchObject(['rejected', 'unknown-command', 'There is no command optOut; there are configure,optIn.'])
    const { commands, optIn } = await setUp()
    optIn.approveAll()
    for (const name of ['nonsense', 'constructor', '__proto__'])
      expect(await outcome(commands(name))).toMatchObject(['rejected', 'unknown-command', expect.stringMatching(/configure.*optIn.*count/)])
  })
})

describe('a setting of createCommands', () => {
  it.each([
    [{ sdk: 'alloy' }, '`sdk` must be of type function; it got "alloy".'],
    [{ ungated: 'ping' }, '`ungated` must be of type list; it got "ping".'],
    [{ limit: '10' }, '`limit` must be of type number; it got "10".'],
  ])('of the wrong kind is named at once: %j', (settings, message) => {
    expect(() => createCommands(settings as never)).toThrow(message)
  })
})

describe('configure', () => {
  it('comes first, and once', async () => {
    const commands = createCommands()
    expect(await outcome(commands('optIn', { purposes: 'all' }))).toMatchObject(['rejected', 'not-configured', expect.stringContaining('must be configured first')])
    await commands('configure', {})
    expect(await outcome(commands('configure', {}))).toMatchObject(['rejected', 'already-configured', expect.anything()])
  })

  it.each([
    ['optInEnabled', 'yes'],
    ['errorsEnabled', 1],
    ['optIn', 5],
  ])('refuses %s: %p, and may be tried again', async (option, value) => {
    const commands = createCommands() as unknown as (command: string, options?: unknown) => Promise<unknown>
    expect(await outcome(commands('configure', { [option]: value }))).toMatchObject(['rejected', 'invalid-config', expect.stringContaining(`\`${option}\``)])
    expect(await outcome(commands('optIn', { purposes: 'all' }))).toMatchObject(['rejected', 'not-configured', expect.anything()])
    expect(await outcome(commands('configure', {}))).toEqual(['resolved', undefined])
  })

  it('with errorsEnabled false turns rejections into a warning and a promise of undefined', async () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {})
    const { commands } = await setUp({}, { errorsEnabled: false })
    await commands('optIn', { purposes: 'none' })
    expect(await outcome(commands('count'))).toEqual(['resolved', undefined])
    expect(warn.mock.calls.join()).toContain('User opted into no purposes.')
    warn.mockRestore()
  })

  it('takes the page’s own object, or makes one that keeps the choice and is not installed', async () => {
    const theirs = newOptIn()
    Object.assign(window, { adobe: { optIn: theirs } })
    const first = createCommands()
    await first('configure', { optInEnabled: true })
    await first('optIn', { purposes: 'all' })
    expect([theirs.isComplete, cookies()]).toEqual([true, []])

    delete (window as { adobe?: unknown }).adobe
    const second = createCommands()
    await second('configure', { optInEnabled: true })
    await second('optIn', { purposes: 'all' })
    expect((window as { adobe?: unknown }).adobe).toBeUndefined()
    expect(cookies()).toEqual([expect.stringMatching(/^adobeujs-optin=/)])
  })
})

describe('the optIn command', () => {
  it.each([
    ['all', 8],
    ['ALL', 8],
    ['none', 0],
    ['None', 0],
    [{ aa: true, target: false }, 1],
  ])('takes %p', async (purposes, approved) => {
    const { commands, optIn } = await setUp()
    expect(await outcome(commands('optIn', { purposes }))).toEqual(['resolved', undefined])
    expect([optIn.isComplete, Object.values(optIn.permissions).filter(Boolean).length]).toEqual([true, approved])
  })

  it.each([
    [{ purposes: 'some' }, 'some'],
    [{ purposes: ['all'] }, 'all'],
    [{ purposes: true }, 'true'],
    [{ purposes: null }, 'null'],
    [{}, 'undefined'],
    [undefined, 'undefined'],
  ])('refuses %p', async (options, received) => {
    const { commands, optIn } = await setUp()
    const [state, , message] = (await outcome(commands('optIn', options))) as string[]
    expect([state, message]).toEqual(['rejected', `Opt-in purposes must be "all" or "none". Received: ${received}`])
    expect(optIn.isPending).toBe(true)
  })

  it('and a call of the page are the same thing, for all who share the object', async () => {
    const optIn = newOptIn()
    const one = await setUp({}, {}, optIn)
    const two = await setUp({}, {}, optIn)
    const [first, second] = [one.commands('count'), two.commands('offer')]
    await one.commands('optIn', { purposes: { aa: true } })
    expect(await outcome(first)).toEqual(['resolved', undefined])
    expect(await outcome(second)).toMatchObject(['rejected', 'declined', expect.anything()])
  })
})

describe('the choice of the historic SDK', () => {
  it.each([
    ['adobe_alloy_optIn_X_AdobeOrg=all', true],
    ['adobe_alloy_optIn_X_AdobeOrg=ALL', true],
    ['adobe_alloy_optIn_X_AdobeOrg=none', false],
    ['kndctr_X_AdobeOrg_optin=GENERAL=true', true],
    ['kndctr_X_AdobeOrg_optin=GENERAL=false', false],
  ])('%s counts as an earlier decision', async (cookie, approved) => {
    document.cookie = `${cookie}; path=/`
    const optIn = newOptIn()
    await setUp({}, { orgId: 'X@AdobeOrg' }, optIn)
    expect([optIn.isComplete, optIn.isApproved('aa')]).toEqual([true, approved])
  })

  it.each(['adobe_alloy_optIn_Y_AdobeOrg=all', 'adobe_alloy_optIn_X_AdobeOrg=some'])('%s does not', async (cookie) => {
    document.cookie = `${cookie}; path=/`
    const optIn = newOptIn()
    await setUp({}, { orgId: 'X@AdobeOrg' }, optIn)
    expect(optIn.isPending).toBe(true)
  })

  it('gives way to a decision of ours', async () => {
    document.cookie = 'adobe_alloy_optIn_X_AdobeOrg=all; path=/'
    const optIn = newOptIn({ previousPermissions: { aa: false } })
    await setUp({}, { orgId: 'X@AdobeOrg' }, optIn)
    expect(optIn.isApproved('aa')).toBe(false)
  })
})

describe('an SDK behind the commands', () => {
  const opened: { destroy(): void }[] = []
  afterEach(() => opened.splice(0).forEach((commands) => commands.destroy()))
  const start = async (sdk: (command: string, options: unknown) => unknown, config = {}, configured: object = {}) => {
    const optIn = newOptIn()
    const alloy = createCommands({ sdk, ...config })
    opened.push(alloy)
    await alloy('configure', { optInEnabled: true, optIn, imsOrgId: 'X@AdobeOrg', configId: 'id', ...configured } as never)
    return { alloy, optIn }
  }

  it('is configured when everything is approved, under its present names, and gets what waited, in order', async () => {
    const calls: unknown[] = []
    const { alloy, optIn } = await start(async (command, options) => void calls.push([command, options]))
    const waiting = [alloy('event', { xdm: 1 }), alloy('sendEvent', { xdm: 2 })]
    await turn()
    expect(calls).toEqual([])
    optIn.approveAll()
    await Promise.all(waiting)
    expect(calls).toEqual([
      ['configure', { orgId: 'X@AdobeOrg', datastreamId: 'id' }],
      ['sendEvent', { xdm: 1 }],
      ['sendEvent', { xdm: 2 }],
    ])
  })

  it.each([
    ['everything was approved before', { optIn: newOptIn({ previousPermissions: Object.fromEntries(Object.values(newOptIn().Categories).map((one) => [one, true])) }) }],
    ['nothing is to wait', { optInEnabled: false, optIn: undefined }],
  ])('is configured at once where %s', async (_, configured) => {
    const calls: unknown[] = []
    await start(async (command) => void calls.push(command), {}, configured)
    await turn()
    expect(calls).toEqual(['configure'])
  })

  it('leaves a command of the page its name, also one that the SDK had once', async () => {
    const calls: unknown[] = []
    const { alloy, optIn } = await start(async (command) => void calls.push(command), { commands: { event: { run: () => 'of the page' } } })
    optIn.approveAll()
    expect(await alloy('event')).toBe('of the page')
    expect(calls).toEqual(['configure'])
  })

  it('is asked at once for what never waits, and where it minds, once more when it is configured', async () => {
    const calls: unknown[] = []
    const { alloy } = await start(async (command) => {
      calls.push(command)
      if (!calls.includes('configure')) throw new Error('not configured')
      return command
    })
    expect(await alloy('getLibraryInfo')).toBe('getLibraryInfo')
    expect(calls).toEqual(['getLibraryInfo', 'configure', 'getLibraryInfo'])
  })

  it('is asked only once for what it refuses when it is configured', async () => {
    const calls: unknown[] = []
    const { alloy, optIn } = await start(async (command) => {
      calls.push(command)
      if (command !== 'configure') throw new Error('not that')
    })
    optIn.approveAll()
    await turn()
    await expect(alloy('getLibraryInfo')).rejects.toThrow('not that')
    expect(calls).toEqual(['configure', 'getLibraryInfo'])
  })

  it('is not configured for a command of the page that fails, which runs once', async () => {
    const calls: unknown[] = []
    const run = () => {
      calls.push('ping')
      throw new Error('no answer')
    }
    const { alloy } = await start(async (command) => void calls.push(command), { commands: { ping: { run } }, ungated: ['ping'] })
    await expect(alloy('ping' as never)).rejects.toThrow('no answer')
    expect(calls).toEqual(['ping'])
  })

  it('sees a mark on each click while it may send no events, as on the copies it leaves out, and none afterwards', async () => {
    const click = () => {
      const event = new MouseEvent('click', { bubbles: true })
      // Whoever listens on the way already sees it.
      document.body.addEventListener('click', (seen) => void Object.assign(event, { seen: (seen as { s_fe?: unknown }).s_fe }), { once: true })
      document.body.dispatchEvent(event)
      return (event as { seen?: unknown }).seen
    }
    const { alloy, optIn } = await start(async () => undefined, { commands: { sendEvent: { needs: ['aa'] } } })
    expect(click()).toBe(1)
    optIn.approve('target')
    expect(click()).toBe(1)
    optIn.approve('aa')
    expect(click()).toBeUndefined()
    optIn.deny('aa')
    expect(click()).toBe(1)
    alloy.destroy()
    expect(click()).toBeUndefined()
    await setUp()
    expect(click()).toBeUndefined()
  })

  it('gets nothing after a refusal, and everything once it is taken back', async () => {
    const calls: unknown[] = []
    const { alloy } = await start(async (command) => void calls.push(command))
    const early = alloy('sendEvent')
    await alloy('optIn', { purposes: 'none' })
    expect(await outcome(early)).toMatchObject(['rejected', 'declined', expect.anything()])
    expect(calls).toEqual([])
    await alloy('optIn', { purposes: 'all' })
    await alloy('sendEvent')
    expect(calls).toEqual(['configure', 'sendEvent'])
  })

  it.each([
    [{ rename: false }, ['configure', { imsOrgId: 'X@AdobeOrg', configId: 'id' }]],
    [{ rename: { configId: 'mine' } }, ['configure', { orgId: 'X@AdobeOrg', mine: 'id' }]],
  ])('is spoken to with %p', async (config, expected) => {
    const calls: unknown[] = []
    const { optIn } = await start(async (...call) => void calls.push(call), config)
    optIn.approveAll()
    await turn()
    expect(calls).toEqual([expected])
  })

  it.each<[string, (command: string) => unknown, unknown]>([
    ['throws synchronously', (command) => { if (command === 'sendEvent') throw new Error('sync') }, ['rejected', 'Error', 'sync']],
    ['returns no promise', (command) => command, ['resolved', 'sendEvent']],
    ['never settles', (command) => (command === 'sendEvent' ? new Promise(() => {}) : undefined), pending],
  ])('that %s is passed on as it is', async (_, sdk, expected) => {
    const { alloy, optIn } = await start(sdk)
    optIn.approveAll()
    expect(await outcome(alloy('sendEvent'))).toEqual(expected)
  })

  it.each<[string, (command: string) => unknown, unknown]>([
    ['never settles anything', () => new Promise(() => {}), pending],
    ['returns nothing at all', () => undefined, ['resolved', undefined]],
    ['is slow to be configured', (command) => command === 'configure' ? new Promise((resolve) => setTimeout(resolve, 1_000)) : 'done', ['resolved', 'done']],
  ])('that %s gets its calls all the same, in order', async (_, answer, expected) => {
    const calls: unknown[] = []
    const { alloy, optIn } = await start((command, options) => (calls.push([command, options]), answer(command)))
    const first = alloy('event', 1)
    void alloy('event', 2)
    optIn.approveAll()
    expect(await outcome(first)).toEqual(expected)
    // On a busy machine the first call may fill a portion.
    await turn()
    expect(calls.slice(1)).toEqual([['sendEvent', 1], ['sendEvent', 2]])
  })

  it('that refuses its configuration later rejects what comes then, and is reported', async () => {
    const errors: unknown[] = []
    let refuse = (_: unknown) => {}
    const sdk = (command: string) => (command === 'configure' ? new Promise((_, reject) => (refuse = reject)) : command)
    const alloy = createCommands({ sdk })
    const optIn = newOptIn({ onError: (error: unknown) => errors.push(error) })
    await alloy('configure', { optInEnabled: true, optIn } as never)
    optIn.approveAll()
    expect(await outcome(alloy('sendEvent'))).toEqual(['resolved', 'sendEvent'])
    refuse(new Error('bad datastream'))
    await turn()
    expect(await outcome(alloy('sendEvent'))).toMatchObject(['rejected', 'Error', 'bad datastream'])
    expect(errors).toEqual([new Error('bad datastream')])
  })

  it('that refuses its configuration rejects what waits, and is reported', async () => {
    const errors: unknown[] = []
    const optIn = newOptIn({ onError: (error: unknown) => errors.push(error) })
    const alloy = createCommands({
      sdk: async (command: string) => {
        if (command === 'configure') throw new Error('bad datastream')
      },
    })
    await alloy('configure', { optInEnabled: true, optIn } as never)
    const call = alloy('sendEvent')
    optIn.approveAll()
    expect(await outcome(call)).toMatchObject(['rejected', 'Error', 'bad datastream'])
    expect(errors).toEqual([new Error('bad datastream')])
  })

  it('is asked at once for what never waits', async () => {
    const calls: unknown[] = []
    const { alloy } = await start(async (command) => void calls.push(command), { ungated: ['mine'] })
    await alloy('getLibraryInfo')
    await alloy('setDebug', { enabled: true })
    await alloy('mine')
    expect(calls.filter((command) => command !== 'configure')).toEqual(['getLibraryInfo', 'setDebug', 'mine'])
  })
})

describe('in front of Adobe’s own object, which has only the members of ECID', () => {
  const foreign = async (config = {}) => {
    const optIn = ecidOptIn()
    Object.assign(window, { adobe: { optIn } })
    return { ...(await setUp(config, { optIn: undefined })), optIn }
  }

  it('commands wait, and are released or rejected by what the page tells the object', async () => {
    const { commands, log, optIn } = await foreign()
    const [count, offer, again] = [commands('count', 1), commands('offer', 2), commands('count', 3)]
    optIn.approve('aa', true)
    expect([await outcome(count), log]).toEqual([pending, []])
    optIn.complete()
    await Promise.all([count, again])
    expect(await outcome(offer)).toMatchObject(['rejected', 'declined', expect.anything()])
    expect(log).toEqual([['count', 1], ['count', 3]])
    optIn.denyAll()
    expect(await outcome(commands('count', 4))).toMatchObject(['rejected', 'declined', expect.anything()])
  })

  it.each<[unknown, string[]]>([
    ['all', ['aam', 'adcloud', 'aa', 'campaign', 'ecid', 'livefyre', 'target', 'mediaaa']],
    ['none', []],
    [{ aa: true, target: false }, ['aa']],
  ])('the optIn command tells it %p, in one completion', async (purposes, approved) => {
    const { commands, optIn } = await foreign()
    const completed = jest.fn()
    optIn.on('complete', completed)
    const all = commands('all')
    await commands('optIn', { purposes })
    expect([completed.mock.calls.length, optIn.isComplete]).toEqual([1, true])
    expect(Object.keys(optIn.permissions).filter((category) => optIn.isApproved(category))).toEqual(approved)
    expect((await outcome(all) as string[])[0]).toBe(approved.length > 1 ? 'resolved' : 'rejected')
  })

  it('the choice of the historic SDK is told to it', async () => {
    document.cookie = 'adobe_alloy_optIn_X_AdobeOrg=all; path=/'
    const optIn = ecidOptIn()
    await setUp({}, { orgId: 'X@AdobeOrg' }, optIn as never)
    expect([optIn.isComplete, optIn.isApproved()]).toEqual([true, true])
  })

  it('an SDK is configured when everything is approved, and one that refuses that rejects and is reported to the page', async () => {
    jest.useFakeTimers({ doNotFake: ['setInterval', 'queueMicrotask', 'nextTick'] })
    const refused = new Error('bad datastream')
    const { commands, optIn } = await foreign({ commands: {}, sdk: (command: string) => { if (command === 'configure') throw refused } })
    const call = commands('sendEvent')
    optIn.approveAll()
    await Promise.resolve()
    expect(() => jest.runAllTimers()).toThrow(refused)
    jest.runAllTimers()
    await expect(call).rejects.toBe(refused)
    jest.useRealTimers()
  })

  it('destroy leaves it alone', async () => {
    const { commands, optIn } = await foreign()
    const waiting = commands('count')
    commands.destroy()
    expect(await outcome(waiting)).toMatchObject(['rejected', 'destroyed', expect.anything()])
    optIn.approveAll()
    expect(await outcome(commands('count'))).toMatchObject(['rejected', 'destroyed', expect.anything()])
  })
})
