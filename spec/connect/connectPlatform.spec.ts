import type { Platform } from '../../lib/connect/connectPlatform.js'
import { connectPlatform } from '../../lib/connect/connectPlatform.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { OptInConfig } from '../../lib/types.js'

type System = Record<string, unknown>

const connector = (platform: Partial<Platform<System>> = {}) =>
  connectPlatform<System>({
    name: 'example',
    options: {},
    map: { one: 'aa', two: ['target', 'mediaaa'] },
    find: () => ({}),
    read: () => undefined,
    subscribe: () => {},
    ...platform,
  })
const open = (platform?: Partial<Platform<System>>, config: OptInConfig = {}) => {
  const errors: { code?: string; message: string; cause?: unknown }[] = []
  const optIn = createOptIn({ doesOptInApply: true, adapters: connector(platform), onError: (error) => errors.push(error as Error), ...config })
  return { optIn, errors }
}

describe('connectPlatform', () => {
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => void jest.useRealTimers())

  it('reads first, then subscribes, then reads again', () => {
    const order: string[] = []
    open({ read: () => void order.push('read'), subscribe: () => void order.push('subscribe') })
    expect(order).toEqual(['read', 'subscribe', 'read'])
  })

  it('hears what happened between reading and subscribing', () => {
    let answer: ((id: string) => unknown) | undefined = undefined
    const { optIn } = open({ read: () => answer, subscribe: () => void (answer = (id) => id === 'one') })
    expect(optIn.permissions).toMatchObject({ aa: true, target: false, mediaaa: false, ecid: true })
  })

  it('gives read the platform and what was heard', () => {
    const seen: unknown[] = []
    const system = {}
    let hear: (event?: unknown) => void = () => {}
    open({ find: () => system, read: (one, event) => void seen.push([one === system, event]), subscribe: (heard) => void (hear = heard) })
    hear('news')
    expect(seen.at(-1)).toEqual([true, 'news'])
  })

  it('does not read what is not there', () => {
    const read = jest.fn()
    open({ find: () => undefined, read })
    expect(read).not.toHaveBeenCalled()
  })

  describe('what throws', () => {
    const boom = new Error('boom')
    const fail = () => {
      throw boom
    }

    it.each([
      ['find', { find: fail }],
      ['read', { read: fail }],
      ['what read answers', { read: () => fail }],
      ['subscribe', { subscribe: fail }],
    ])('%s is reported once with its cause, and nothing is decided', (_what, platform) => {
      const { optIn, errors } = open(platform)
      expect(errors).toEqual([expect.objectContaining({ code: 'platform-failed', message: '[OptIn] example: Error: boom', cause: boom })])
      expect(optIn.status).toBe('pending')
    })

    it('is reported again when it is something else', () => {
      let hear: () => void = () => {}
      let count = 0
      const { errors } = open({
        read: () => {
          throw new Error(`failure ${Math.floor(count++ / 3)}`)
        },
        subscribe: (heard) => void (hear = heard),
      })
      for (let turn = 0; turn < 4; turn++) hear()
      expect(errors.map(({ message }) => message)).toEqual(['[OptIn] example: Error: failure 0', '[OptIn] example: Error: failure 1'])
    })

    it('later, and out of reach, is told by the adapter itself', () => {
      let tell: (error: unknown) => void = () => {}
      const { optIn, errors } = open({ subscribe: (_heard, failed) => void (tell = failed) })
      tell(boom)
      expect(errors).toMatchObject([{ code: 'platform-failed', cause: boom }])
      optIn.destroy()
      tell(new Error('after the end'))
      expect(errors).toHaveLength(1)
    })

    it('at the end harms nobody', () => {
      const { optIn } = open({ subscribe: () => fail })
      expect(() => optIn.destroy()).not.toThrow()
    })
  })

  describe('waiting', () => {
    it.each([
      [{}, 10_000],
      [{ timeout: 300 }, 300],
      [{ timeout: 0 }, 0],
    ])('with %j reports a platform that is not there after %d ms, once', (options, time) => {
      const { errors } = open({ options, find: () => undefined })
      jest.advanceTimersByTime(Math.max(time - 1, 0))
      expect(errors.length).toBe(time ? 0 : errors.length)
      jest.advanceTimersByTime(60_000)
      expect(errors).toMatchObject([{ code: 'platform-missing', message: expect.stringContaining(`example: no platform after ${time} ms`) }])
    })

    it('reports nothing when it came in time', () => {
      let system: System | undefined = undefined
      const { errors } = open({ find: () => system })
      system = {}
      jest.advanceTimersByTime(60_000)
      expect(errors).toEqual([])
    })

    it('reports nothing, and leaves no clock running, after destroy()', () => {
      const { optIn, errors } = open({ find: () => undefined })
      optIn.destroy()
      expect(jest.getTimerCount()).toBe(0)
      jest.advanceTimersByTime(60_000)
      expect(errors).toEqual([])
    })
  })

  it('unsubscribes at the end, and what the platform still tells does nothing', () => {
    const unsubscribe = jest.fn()
    let hear: () => void = () => {}
    let answer: ((id: string) => unknown) | undefined = undefined
    const { optIn } = open({
      read: () => answer,
      subscribe: (heard) => {
        hear = heard
        return unsubscribe
      },
    })
    optIn.destroy()
    answer = () => true
    hear()
    expect(unsubscribe).toHaveBeenCalledTimes(1)
    expect(optIn.status).toBe('pending')
  })

  it('serves two OptIns at a time', () => {
    const shared = connector({ read: () => (id) => id === 'one' })
    const one = createOptIn({ doesOptInApply: true, adapters: shared })
    const two = createOptIn({ doesOptInApply: true, adapters: shared })
    expect([one.isApproved('aa'), two.isApproved('aa')]).toEqual([true, true])
  })

  it('speaks under its name', () => {
    const sources: string[] = []
    let hear: () => void = () => {}
    let answer: ((id: string) => unknown) | undefined = undefined
    const { optIn } = open({ read: () => answer, subscribe: (heard) => void (hear = heard) })
    optIn.on('change', ({ source }) => sources.push(source))
    answer = () => true
    hear()
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
