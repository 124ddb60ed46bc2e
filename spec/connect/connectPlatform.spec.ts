import type { Attempt, Read, Wake } from '../../lib/connect/connectPlatform.js'
import { connectPlatform } from '../../lib/connect/connectPlatform.js'
import type { IdMap, PlatformOptions } from '../../lib/connect/readOptions.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { OptInConfig } from '../../lib/types.js'

interface Platform {
  readonly name?: string
  readonly options?: PlatformOptions
  readonly read?: Read
  readonly wake?: Wake
}
type Answer = ReturnType<Read>

const map: IdMap = { one: 'aa', two: ['target', 'mediaaa'] }
const connector = ({ name = 'example', options = {}, read = () => false, wake = () => {} }: Platform = {}) =>
  connectPlatform(name, options, map, read, wake)
const open = (platform?: Platform, config: OptInConfig = {}) => {
  const errors: { code?: string; message: string; cause?: unknown }[] = []
  const optIn = createOptIn({ doesOptInApply: true, adapters: connector(platform), onError: (error) => errors.push(error as Error), ...config })
  return { optIn, errors }
}

describe('connectPlatform', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  it('reads what is there, once it would be woken by what comes', () => {
    const order: string[] = []
    open({ read: () => (order.push('read'), false), wake: () => void order.push('wake') })
    expect(order).toEqual(['wake', 'read'])
  })

  it('gives read what was heard', () => {
    const read = jest.fn(() => false as const)
    let look: (event?: unknown) => void = () => {}
    open({ read, wake: (wakeUp) => void (look = wakeUp) })
    look('news')
    expect(read.mock.calls).toEqual([[undefined], ['news']])
  })

  it.each<[Answer, boolean]>([
    [undefined, false],
    [false, true],
    [() => undefined, true],
  ])('knows, when it reads %p, whether the platform is there: %p', (answer, isThere) => {
    let look: () => unknown = () => {}
    open({ read: () => answer, wake: (wakeUp) => void (look = wakeUp) })
    expect(look()).toBe(isThere)
  })

  describe('what throws', () => {
    const boom = new Error('boom')
    const fail = () => {
      throw boom
    }

    it.each([
      ['read', { read: fail }],
      ['what read answers', { read: () => fail }],
      ['wake', { wake: fail }],
      ['an attempt', { wake: (_look: unknown, attempt: Attempt) => attempt(fail) }],
    ])('%s is reported once with its cause, and nothing is decided', (_what, platform) => {
      const { optIn, errors } = open(platform)
      expect(errors).toEqual([expect.objectContaining({ code: 'platform-failed', message: '[OptIn] example: Error: boom', cause: boom })])
      expect(optIn.status).toBe('pending')
    })

    it('is reported again when it is something else', () => {
      let look: () => void = () => {}
      let count = 0
      const { errors } = open({
        read: () => {
          throw new Error(`failure ${Math.floor(count++ / 3)}`)
        },
        wake: (wakeUp) => void (look = wakeUp),
      })
      for (let turn = 0; turn < 5; turn++) look()
      expect(errors.map(({ message }) => message)).toEqual(['[OptIn] example: Error: failure 0', '[OptIn] example: Error: failure 1'])
    })

    it('later, and out of reach, is told by the adapter itself', () => {
      let tell: (error: unknown) => void = () => {}
      const { optIn, errors } = open({ wake: (_look, _attempt, failed) => void (tell = failed) })
      tell(boom)
      expect(errors).toMatchObject([{ code: 'platform-failed', cause: boom }])
      optIn.destroy()
      tell(new Error('after the end'))
      expect(errors).toHaveLength(1)
    })

    it('at the end is reported, and nothing is heard any more', () => {
      let look: () => void = () => {}
      let answer: Answer = false
      const { optIn, errors } = open({
        read: () => answer,
        wake: (wakeUp) => {
          look = wakeUp
          return fail
        },
      })
      expect(() => optIn.destroy()).not.toThrow()
      expect(errors).toEqual([boom])
      answer = () => true
      look()
      expect(optIn.status).toBe('pending')
    })
  })

  describe('waiting', () => {
    it.each([
      [{}, 10_000],
      [{ timeout: 300 }, 300],
      [{ timeout: 0 }, 0],
    ])('with %j reports a platform that is not there after %d ms, once', (options, time) => {
      const { errors } = open({ options, read: () => undefined })
      jest.advanceTimersByTime(Math.max(time - 1, 0))
      expect(errors.length).toBe(time ? 0 : errors.length)
      jest.advanceTimersByTime(60_000)
      expect(errors).toMatchObject([{ code: 'platform-missing', message: `[OptIn] example: not there after ${time} ms, heard later` }])
    })

    it('reports nothing when it came in time', () => {
      let answer: Answer = undefined
      const { errors } = open({ read: () => answer })
      answer = false
      jest.advanceTimersByTime(60_000)
      expect(errors).toEqual([])
    })

    it('reports no platform missing that was there and went', () => {
      let look: () => void = () => {}
      let answer: Answer = false
      const { errors } = open({ read: () => answer, wake: (wakeUp) => void (look = wakeUp) })
      answer = undefined
      look()
      jest.advanceTimersByTime(60_000)
      expect(errors).toEqual([])
    })

    it('reports no platform missing that was there and failed', () => {
      const { errors } = open({
        read: () => {
          throw new Error('broken')
        },
      })
      jest.advanceTimersByTime(60_000)
      expect(errors).toMatchObject([{ code: 'platform-failed' }])
    })

    it('does not look again at one that was there, so that what the page forgot stays forgotten', () => {
      const { optIn } = open({ read: () => () => true })
      optIn.reset()
      jest.advanceTimersByTime(60_000)
      expect(optIn.status).toBe('pending')
    })

    it('takes the answer of one that came without a word', () => {
      let answer: Answer = undefined
      const { optIn } = open({ read: () => answer, options: { timeout: 300 } })
      answer = () => true
      jest.advanceTimersByTime(300)
      expect(optIn.isComplete).toBe(true)
    })

    it('reports nothing, and leaves no clock running, after destroy()', () => {
      const { optIn, errors } = open({ read: () => undefined })
      optIn.destroy()
      expect(jest.getTimerCount()).toBe(0)
      jest.advanceTimersByTime(60_000)
      expect(errors).toEqual([])
    })
  })

  it('ends what wakes it, and what the platform still tells does nothing', () => {
    const sleep = jest.fn()
    let look: () => void = () => {}
    let answer: Answer = false
    const { optIn } = open({
      read: () => answer,
      wake: (wakeUp) => {
        look = wakeUp
        return sleep
      },
    })
    optIn.destroy()
    answer = () => true
    look()
    expect(sleep).toHaveBeenCalledTimes(1)
    expect(optIn.status).toBe('pending')
  })

  describe('an answer', () => {
    const listen = () => {
      let look: () => void = () => {}
      let answer: Answer = false
      const opened = open({ read: () => answer, wake: (wakeUp) => void (look = wakeUp) })
      let completions = 0
      opened.optIn.on('complete', () => completions++)
      const tell = (approved: boolean) => {
        answer = (id) => (id === 'one' ? approved : undefined)
        look()
      }
      return { ...opened, tell, completions: () => completions }
    }

    it('on many categories is one decision, and what is not known is left alone', () => {
      const { optIn, tell, completions } = listen()
      tell(true)
      expect(completions()).toBe(1)
      expect(optIn.permissions).toMatchObject({ aa: true, ecid: true, target: false })
    })

    it('is not told a second time', () => {
      const { tell, completions } = listen()
      tell(true)
      tell(true)
      expect(completions()).toBe(1)
    })

    it('that is repeated does not take back what the page decided since', () => {
      const { optIn, tell } = listen()
      tell(true)
      optIn.deny('aa')
      tell(true)
      expect(optIn.isApproved('aa')).toBe(false)
    })

    it('that is another is told, and the first one again after it', () => {
      const { tell, completions } = listen()
      tell(true)
      tell(false)
      tell(true)
      expect(completions()).toBe(3)
    })

    it('is told again after the page forgot it', () => {
      const { optIn, tell } = listen()
      tell(true)
      optIn.reset()
      tell(true)
      expect(optIn.isComplete).toBe(true)
    })

    it('that decides nothing is none', () => {
      const { optIn, errors } = open({ read: () => () => undefined })
      expect(optIn.status).toBe('pending')
      expect(errors).toEqual([])
    })
  })

  it('serves two OptIns at a time', () => {
    const shared = connector({ read: () => (id) => id === 'one' })
    const one = createOptIn({ doesOptInApply: true, adapters: shared })
    const two = createOptIn({ doesOptInApply: true, adapters: shared })
    expect([one.isApproved('aa'), two.isApproved('aa')]).toEqual([true, true])
  })

  it('speaks under its name', () => {
    const sources: string[] = []
    let look: () => void = () => {}
    let answer: Answer = false
    const { optIn } = open({ read: () => answer, wake: (wakeUp) => void (look = wakeUp) })
    optIn.on('change', ({ source }) => sources.push(source))
    answer = () => true
    look()
    expect(sources).toEqual(['example'])
  })

  it('loses to a denial by another adapter in the same turn, whichever speaks first', () => {
    const yes = connector({ name: 'yes', read: () => () => true })
    const no = connector({ name: 'no', read: () => () => false })
    for (const adapters of [
      [yes, no],
      [no, yes],
    ])
      expect(createOptIn({ doesOptInApply: true, adapters }).isApproved('aa')).toBe(false)
  })
})
