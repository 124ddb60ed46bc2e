import { custom } from '../../lib/adapters/custom.js'
import type { AnyOptIn } from '../../lib/types.js'
import { leave, turn, until, visit } from '../fakes/visit.js'

afterEach(() => {
  leave()
  jest.useRealTimers()
})

describe('custom without a map', () => {
  it.each([
    [{ aa: true, target: false }, ['aa']],
    [{ ANALYTICS: true, AAM: true, TARGET: false }, ['aa', 'aam']],
    [{ aa: true, somethingElse: true, __proto__: { aam: true } }, ['aa']],
    [{ aa: 'true', target: true }, ['target']],
    [{ ecid: false, aa: true }, ['aa']],
  ])('takes %j for its categories, and nothing follows', (answer, categories) => {
    const { optIn, approved } = visit(custom({ read: () => answer as never }))
    expect(optIn.status).toBe('complete')
    expect(approved()).toEqual(categories)
  })

  it.each([[null], [undefined], [{}], ['aa'], [5]])('stays pending at %j', (answer) => {
    expect(visit(custom({ read: () => answer as never })).optIn.status).toBe('pending')
  })

  it('takes categories of one’s own', () => {
    const config = { categories: { CHAT: 'chat' } } as never
    expect(visit(custom({ read: () => ({ chat: true }) }), config).optIn.isApproved('chat' as 'aa')).toBe(true)
  })
})

it('follows ids of one’s own, whatever signs they have', () => {
  const { approved } = visit(custom({ map: { 'numbers|eu': 'aa', 'ads|eu': 'aam' }, read: () => ({ 'numbers|eu': true, eu: true, 'ads|eu': false }) }))
  expect(approved()).toEqual(['aa', 'ecid'])
})

describe('custom and how it hears', () => {
  it('follows subscribe, and ends it', () => {
    let hear: () => void = () => {}
    let answer = { aa: false }
    const unsubscribe = jest.fn()
    const { optIn } = visit(
      custom({
        read: () => answer,
        subscribe: (heard) => {
          hear = heard
          return unsubscribe
        },
      }),
    )
    answer = { aa: true }
    hear()
    expect(optIn.isApproved('aa')).toBe(true)
    optIn.destroy()
    expect(unsubscribe).toHaveBeenCalledTimes(1)
    answer = { aa: false }
    hear()
    expect(optIn.isApproved('aa')).toBe(true)
  })

  it('follows an event of its target, and gives it to read', () => {
    const target = new EventTarget()
    const read = jest.fn((event?: unknown) => (event instanceof CustomEvent ? event.detail : null))
    const { optIn } = visit(custom({ target, event: 'choice', read }))
    expect(optIn.status).toBe('pending')
    target.dispatchEvent(new CustomEvent('choice', { detail: { aa: true } }))
    expect(optIn.isApproved('aa')).toBe(true)
    optIn.destroy()
    target.dispatchEvent(new CustomEvent('choice', { detail: { aa: false } }))
    expect(optIn.isApproved('aa')).toBe(true)
    expect(read).toHaveBeenCalledTimes(2)
  })

  it('waits until it is ready', async () => {
    let isReady = false
    const read = jest.fn(() => ({ aa: true }))
    const { optIn } = visit(custom({ isReady: () => isReady, read }))
    await turn()
    expect(read).not.toHaveBeenCalled()
    isReady = true
    await until(() => optIn.isComplete)
  })

  it('does not poll once it is ready', () => {
    jest.useFakeTimers()
    const read = jest.fn(() => null)
    visit(custom({ read }))
    const calls = read.mock.calls.length
    jest.advanceTimersByTime(60_000)
    expect(read).toHaveBeenCalledTimes(calls)
  })

  it('reports an isReady that throws, and waits on', async () => {
    let isBroken = true
    const { optIn, errors } = visit(
      custom({
        isReady: () => {
          if (isBroken) throw new Error('not yet')
          return true
        },
        read: () => ({ aa: true }),
      }),
    )
    expect(errors).toMatchObject([{ code: 'platform-failed' }])
    isBroken = false
    await until(() => optIn.isComplete)
  })
})

describe('several of custom', () => {
  it.each([[[true, false]], [[false, true]]])('are several systems: of %j in one turn the denial wins', (answers) => {
    const adapters = answers.map((aa) => custom({ read: () => ({ aa }) }))
    expect(visit(() => {}, { adapters }).optIn.isApproved('aa')).toBe(false)
  })

  it('are told apart by name; a single one on another page is called as ever', () => {
    const sources: string[] = []
    const note = (optIn: AnyOptIn) => void optIn.on('change', ({ source }) => sources.push(source))
    visit(note, { adapters: [note, custom({ read: () => ({ aa: true }) }), custom({ read: () => ({ target: true }) })] })
    visit(note, { adapters: [note, custom({ read: () => ({ aa: true }) })] })
    expect(sources).toEqual(['custom', 'custom 2', 'custom'])
  })
})

describe('custom and promises', () => {
  it('decides when the answer comes', async () => {
    const { optIn } = visit(custom({ read: async () => ({ aa: true }) }))
    expect(optIn.status).toBe('pending')
    await until(() => optIn.isComplete)
    expect(optIn.isApproved('aa')).toBe(true)
  })

  it('takes a promise of another frame or library for one', async () => {
    const answer = { then: (resolve: (answer: object) => void) => resolve({ aa: true }) }
    const { optIn } = visit(custom({ read: () => answer as never }))
    await until(() => optIn.isComplete)
    expect(optIn.isApproved('aa')).toBe(true)
  })

  it('takes the newest answer, though an older one comes later', async () => {
    const waiting: ((answer: { aa: boolean }) => void)[] = []
    let hear: () => void = () => {}
    const read = () => new Promise<{ aa: boolean }>((resolve) => waiting.push(resolve))
    const { optIn } = visit(custom({ read, subscribe: (heard) => void (hear = heard) }))
    hear()
    waiting.at(-1)?.({ aa: false })
    await until(() => optIn.isComplete)
    waiting.slice(0, -1).forEach((resolve) => resolve({ aa: true }))
    await turn()
    expect(optIn.isApproved('aa')).toBe(false)
  })

  it('reports one that is refused, and stays pending', async () => {
    const { optIn, errors } = visit(custom({ read: () => Promise.reject(new Error('no network')) }))
    await until(() => errors.length)
    expect(errors).toMatchObject([{ code: 'platform-failed', message: expect.stringContaining('no network') }])
    expect(optIn.status).toBe('pending')
  })

  it('takes nothing that comes after destroy()', async () => {
    const { optIn } = visit(custom({ read: async () => ({ aa: true }) }))
    optIn.destroy()
    await turn()
    expect(optIn.status).toBe('pending')
  })
})

it.each<[string, unknown]>([
  ['`custom.read` must be a function;', {}],
  ['`custom.read` must be a function;', undefined],
  ['`custom.read` must be a function;', { read: 5 }],
  ['`custom.isReady` must be a function;', { read: () => null, isReady: true }],
  ['`custom.subscribe` must be a function;', { read: () => null, subscribe: 'event' }],
  ['`custom.event` must be a string;', { read: () => null, event: 5 }],
  ['`custom.target` must be something that fires events;', { read: () => null, target: 'window' }],
  ['`custom.target` must be something that fires events;', { read: () => null, target: null }],
])('says that %s it got %j', (message, options) => {
  expect(() => custom(options as never)).toThrow(
    expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining(message) }),
  )
})
