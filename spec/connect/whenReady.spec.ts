import { whenReady } from '../../lib/connect/whenReady.js'

describe('whenReady', () => {
  let isThere: boolean
  let followed: number
  let ended: number
  let errors: unknown[]
  const failed = (error: unknown) => void errors.push(error)
  const attempt = <R>(action: () => R) => {
    try {
      return action()
    } catch (error) {
      return failed(error)
    }
  }
  const look = () => isThere
  const wait = (follow: () => void = () => {}) =>
    whenReady(() => {
      follow()
      followed++
      return () => void ended++
    })(look, attempt, failed) as () => void

  beforeEach(() => {
    jest.useFakeTimers()
    isThere = false
    followed = ended = 0
    errors = []
  })
  afterEach(() => jest.useRealTimers())

  it('follows at once what is there, and looks no more', () => {
    isThere = true
    const end = wait()
    expect(followed).toBe(1)
    expect(jest.getTimerCount()).toBe(0)
    end()
  })

  it.each([100, 5_000, 60_000])('follows what comes after %d ms, once', (time) => {
    const end = wait()
    jest.advanceTimersByTime(time)
    expect(followed).toBe(0)
    isThere = true
    jest.advanceTimersByTime(10_000)
    expect(followed).toBe(1)
    expect(jest.getTimerCount()).toBe(0)
    end()
  })

  it('hands over how to look, and whom to tell of errors', () => {
    isThere = true
    const follow = jest.fn()
    whenReady(follow)(look, attempt, failed)
    expect(follow.mock.calls).toEqual([[look, attempt, failed]])
  })

  it('follows nothing after its end', () => {
    wait()()
    isThere = true
    jest.advanceTimersByTime(60_000)
    expect(followed).toBe(0)
    expect(jest.getTimerCount()).toBe(0)
  })

  it('follows no more after its end', () => {
    isThere = true
    const end = wait()
    expect(ended).toBe(0)
    end()
    expect(ended).toBe(1)
  })

  it('reports a platform that cannot be followed yet, and tries again', () => {
    let isBroken = true
    isThere = true
    const end = wait(() => {
      if (isBroken) throw new Error('not yet')
    })
    expect(errors).toMatchObject([{ message: 'not yet' }])
    isBroken = false
    jest.advanceTimersByTime(1_000)
    expect(followed).toBe(1)
    end()
  })
})
