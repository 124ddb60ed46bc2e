import fc from 'fast-check'
import { openDesk } from '../../lib/commands/desk.js'
import { nextTurn } from '../../lib/commands/queue.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { AnyOptIn, Decision } from '../../lib/types.js'

type Step =
  | { readonly do: 'call'; readonly command: string; readonly canAbort: boolean }
  | { readonly do: 'decide'; readonly decision: Decision; readonly wait: boolean }
  | { readonly do: 'abort'; readonly which: number }
  | { readonly do: 'complete' | 'reset' | 'approveAll' | 'denyAll' | 'turn' }

const needs = { visit: ['aa'], offer: ['target'], both: ['aa', 'target'], every: undefined, viaSdk: ['aa'], sdkOnly: undefined } as const
type Name = keyof typeof needs

const decision = fc.record({ aa: fc.boolean(), target: fc.boolean(), aam: fc.boolean() }, { requiredKeys: [] }).filter((made) => Object.keys(made).length > 0)
const just = (word: 'complete' | 'reset' | 'approveAll' | 'denyAll' | 'turn') => fc.constant<Step>({ do: word })
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('call'), command: fc.constantFrom(...Object.keys(needs)), canAbort: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide'), decision, wait: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('abort'), which: fc.nat(20) }) },
  { weight: 3, arbitrary: just('turn') },
  ...(['complete', 'reset', 'approveAll', 'denyAll'] as const).map((word) => ({ weight: 1, arbitrary: just(word) })),
) as fc.Arbitrary<Step>

interface Call {
  readonly name: Name
  readonly aborting: AbortController | undefined
  runs: number
  outcome: string | undefined
}

/** Plays the steps on a front desk with an SDK behind it, and checks at each moment what is promised. */
const play = async (steps: readonly Step[], preOptInApprovals: Decision): Promise<Call[]> => {
  const optIn = createOptIn({ doesOptInApply: true, preOptInApprovals }) as unknown as AnyOptIn
  const calls: Call[] = []
  // Calls by number: in the order in which they ran, and in that in which they were declined; and where the newest decision stands in each.
  const ran: number[] = []
  const declined: number[] = []
  let marks = [0, 0]
  let decisions = 0
  const expectInOrder = (numbers: readonly number[]) => expect(numbers).toEqual([...numbers].sort((a, b) => a - b))

  const run = (options: unknown): number => {
    const { number } = options as { number: number }
    const call = calls[number]!
    expect(optIn.isApproved(needs[call.name])).toBe(true)
    expect([call.runs++, call.outcome]).toEqual([0, undefined])
    ran.push(number)
    return number
  }
  const own = Object.fromEntries(Object.entries(needs).filter(([name]) => name !== 'sdkOnly').map(([name, needed]) =>
    [name, { needs: needed as never, ...(name !== 'viaSdk' && { run }) }]))
  const sdk = (command: string, options: unknown) => (command === 'configure' ? undefined : run(options))
  const [desk, close] = openDesk({ sdk, commands: own }, { optInEnabled: true, optIn: optIn as never }, createOptIn as never)

  const checkWindow = () => {
    // After one decision, what it released stands in the order of arrival.
    if (decisions === 1) [ran, declined].forEach((list, at) => expectInOrder(list.slice(marks[at])))
    decisions = 0
  }
  const turn = async () => {
    for (let count = 0; count < 3; count++) await nextTurn()
    checkWindow()
  }
  const decide = (act: () => unknown) => {
    marks = [ran.length, declined.length]
    decisions += 1
    act()
  }
  const perform = (name: Name, canAbort: boolean) => {
    const number = calls.length
    const call: Call = { name, aborting: canAbort ? new AbortController() : undefined, runs: 0, outcome: undefined }
    calls.push(call)
    const settle = (outcome: string) => {
      expect(call.outcome).toBeUndefined()
      call.outcome = outcome
    }
    desk(name, { number }, call.aborting && { signal: call.aborting.signal }).then(
      (result) => settle(result === number ? 'ran' : 'ran for another'),
      (error: Error & { code?: string }) => {
        if (error.code === 'declined') declined.push(number)
        settle(error.code ?? error.message)
      },
    )
  }

  for (const one of steps) {
    if (one.do === 'call') perform(one.command as Name, one.canAbort)
    else if (one.do === 'abort') calls[one.which]?.aborting?.abort(new Error('aborted'))
    else if (one.do === 'turn') await turn()
    else if (one.do !== 'decide') decide(() => optIn[one.do as 'complete']())
    else if (one.wait) optIn.decide(one.decision as never, { wait: true })
    else decide(() => optIn.decide(one.decision as never))
  }
  optIn.complete()
  decide(() => optIn.approveAll())
  // On a busy machine the queue takes more turns.
  for (let turns = 0; turns < 100 && calls.some(({ outcome }) => outcome === undefined); turns++) await nextTurn()
  await turn()
  // Calls of one command ask for the same: they keep the order of arrival whatever happens.
  for (const list of [ran, declined]) for (const name of Object.keys(needs)) expectInOrder(list.filter((number) => calls[number]!.name === name))
  close(new Error('closed'))
  optIn.destroy()
  return calls
}

describe('the front desk', () => {
  it('settles each call once, in order, and runs none that is not approved at that moment, whatever happens meanwhile', async () => {
    const outcomes = new Set<unknown>()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.constantFrom<Decision>({}, { aa: true }), async (steps, approvals) => {
        for (const { runs, outcome } of await play(steps, approvals)) {
          expect([['ran', 1], ['declined', 0], ['aborted', 0]]).toContainEqual([outcome, runs])
          outcomes.add(outcome)
        }
      }),
      // One whose call is aborted for certain, and one that is declined: chance may leave them out.
      {
        numRuns: 200,
        examples: [
          [[{ do: 'call', command: 'visit', canAbort: true }, { do: 'abort', which: 0 }], {}],
          [[{ do: 'call', command: 'visit', canAbort: false }, { do: 'denyAll' }], {}],
        ],
      },
    )
    expect([...outcomes].sort()).toEqual(['aborted', 'declined', 'ran'])
  })

  it('lets no call pass by those that a decision released before it was announced', async () => {
    const optIn = createOptIn({ doesOptInApply: true }) as unknown as AnyOptIn
    const log: string[] = []
    const run = (options: unknown) => void log.push(String(options))
    // This subscriber is older than the desk: it hears of the decision first.
    optIn.on('change', () => void desk('track', 'second', undefined))
    const [desk] = openDesk({ commands: { track: { needs: ['aa'], run } } }, { optInEnabled: true, optIn: optIn as never }, createOptIn as never)
    void desk('track', 'first', undefined)
    optIn.approve('aa')
    await nextTurn()
    expect(log).toEqual(['first', 'second'])
  })

  it('runs what is pre-approved while others wait, whatever the limit of those', async () => {
    const optIn = createOptIn({ doesOptInApply: true, preOptInApprovals: { aa: true } }) as unknown as AnyOptIn
    const run = (options: unknown) => options
    const commands = { track: { needs: ['aa'] as const, run }, offer: { needs: ['target'] as const, run } }
    const [desk, close] = openDesk({ commands, limit: 1 }, { optInEnabled: true, optIn: optIn as never }, createOptIn as never)
    const waiting = desk('offer', 1, undefined)
    await expect(desk('offer', 2, undefined)).rejects.toMatchObject({ code: 'queue-full' })
    expect(await desk('track', 3, undefined)).toBe(3)
    close(new Error('closed'))
    await expect(waiting).rejects.toThrow('closed')
  })
})
