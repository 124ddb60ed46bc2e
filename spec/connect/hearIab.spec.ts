import { hearIab } from '../../lib/connect/hearIab.js'
import { page } from '../fakes/platform.js'

interface Call {
  readonly command: string
  readonly version?: number
  readonly parameter?: unknown
  readonly callId: unknown
}

const heard: unknown[] = []
const errors: unknown[] = []
let end: () => void = () => {}
const attempt = <R>(action: () => R): R | void => {
  try {
    return action()
  } catch (error) {
    errors.push(error)
  }
}
const listen = (question: Parameters<typeof hearIab>[0] = { name: '__iab', version: [2] }) => {
  end = hearIab(question, (value) => heard.push(value), attempt)
}

beforeEach(() => void jest.useFakeTimers())
afterEach(() => {
  end()
  delete page.__iab
  heard.length = errors.length = 0
  jest.useRealTimers()
})

describe('hearIab of a function on the page', () => {
  it.each([
    [[2], ['addEventListener', 2, expect.any(Function), undefined]],
    [[], ['addEventListener', expect.any(Function), undefined]],
  ])('with version %j asks as its standard has it', (version, call) => {
    const api = jest.fn()
    page.__iab = api
    listen({ name: '__iab', version })
    expect(api.mock.calls).toEqual([call])
  })

  it('finds it when it comes, and asks nobody before', () => {
    const post = jest.spyOn(window, 'postMessage')
    listen()
    expect(post).not.toHaveBeenCalled()
    const api = jest.fn()
    page.__iab = api
    jest.advanceTimersByTime(3_000)
    expect(api).toHaveBeenCalledTimes(1)
  })

  it('asks again and again only where it has no event', () => {
    const api = jest.fn()
    page.__iab = api
    listen({ name: '__iab', version: [], read: 'getData' })
    jest.advanceTimersByTime(30_000)
    expect(api.mock.calls.length).toBeGreaterThan(5)
    expect(new Set(api.mock.calls.map(([command]) => command))).toEqual(new Set(['getData']))
  })

  it('gives nothing back to one that is gone', () => {
    page.__iab = (_command: string, _version: number, answer: (value: unknown, success: boolean) => void) => answer({ listenerId: 7 }, true)
    listen()
    delete page.__iab
    expect(end).not.toThrow()
  })

  it('asks again when asking threw', () => {
    let isBroken = true
    const api = jest.fn((_command: string, _version: number, answer: (value: unknown, success: boolean) => void) => {
      if (isBroken) throw new Error('broken')
      answer({ listenerId: 7 }, true)
    })
    page.__iab = api
    listen({ name: '__iab', version: [2], read: 'getData' })
    expect(errors).toMatchObject([{ message: 'broken' }])
    isBroken = false
    jest.advanceTimersByTime(1_000)
    expect(heard[0]).toEqual({ listenerId: 7 })
  })
})

describe('hearIab of a page above, of another origin', () => {
  let above: Window
  let posted: Call[]
  const answer = (call: Call | undefined, returnValue: unknown, { asText = false, source = above, success = true } = {}) => {
    const data = { __iabReturn: { returnValue, success, callId: call?.callId } }
    window.dispatchEvent(new MessageEvent('message', { data: asText ? JSON.stringify(data) : data, source }))
  }

  beforeEach(() => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    above = frame.contentWindow as Window
    posted = []
    Object.defineProperties(above, {
      parent: { value: above },
      __iab: {
        get: () => {
          throw new Error('another origin')
        },
      },
      __iabLocator: { value: above },
      postMessage: { value: (message: { __iabCall: Call }, origin: string) => origin === '*' && posted.push(message.__iabCall) },
    })
    Object.defineProperty(window, 'parent', { configurable: true, value: above })
  })
  afterEach(() => {
    end()
    Object.defineProperty(window, 'parent', { configurable: true, value: window })
    document.body.replaceChildren()
  })

  it.each([false, true])('asks by messages, and hears the answer, as text %j', (asText) => {
    listen()
    expect(posted).toMatchObject([{ command: 'addEventListener', version: 2 }])
    answer(posted[0], { listenerId: 0, tc: 1 }, { asText })
    expect(heard).toEqual([{ listenerId: 0, tc: 1 }])
  })

  it('hears none but the page it asked, and nothing but answers to its questions', () => {
    listen()
    const value = { listenerId: 0 }
    answer(posted[0], value, { source: window })
    answer({ command: '', callId: 'another' }, value)
    answer(undefined, value)
    answer(posted[0], value, { success: false })
    answer(posted[0], null)
    for (const data of [null, undefined, 'no json', '{}', 5, { __iabReturn: null }])
      window.dispatchEvent(new MessageEvent('message', { data, source: above }))
    expect(heard).toEqual([])
    expect(errors).toEqual([])
  })

  it('asks again from time to time, ever more slowly, and gives back the listener before', () => {
    listen()
    answer(posted[0], { listenerId: 0 })
    jest.advanceTimersByTime(60_000)
    const questions = posted.filter(({ command }) => command === 'addEventListener')
    expect(questions.length).toBeGreaterThan(15)
    expect(questions.length).toBeLessThan(40)
    answer(questions.at(-1), { listenerId: 1 })
    expect(posted.at(-1)).toMatchObject({ command: 'removeEventListener', parameter: 0 })
  })

  it('gives back its listener at the end, and hears and asks no more', () => {
    listen()
    answer(posted[0], { listenerId: 3 })
    end()
    // An answer to this would be taken for one of the platform's.
    expect(posted.at(-1)).toEqual({ command: 'removeEventListener', version: 2, parameter: 3, callId: undefined })
    const count = posted.length
    answer(posted[0], { listenerId: 3, late: true })
    jest.advanceTimersByTime(60_000)
    expect(heard).toHaveLength(1)
    expect(posted).toHaveLength(count)
  })
})
