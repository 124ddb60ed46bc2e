import { poll } from '../../lib/connect/poll.js'

const hide = (hidden: boolean) => {
  Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('poll', () => {
  let runs: number
  let stop: () => void
  beforeEach(() => {
    jest.useFakeTimers()
    stop = poll(() => void runs++)
    runs = 0
  })
  afterEach(() => {
    stop()
    hide(false)
    jest.useRealTimers()
  })

  it('looks at once, then again and again, ever more slowly, down to every two seconds', () => {
    const at: number[] = []
    const start = Date.now()
    const end = poll(() => void at.push(Date.now() - start))
    expect(at).toEqual([0])
    jest.advanceTimersByTime(30_000)
    end()
    const pauses = at.slice(1).map((time, index) => time - at[index]!)
    expect(pauses.length).toBeGreaterThan(15)
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
    expect(pauses[0]).toBeLessThan(100)
    expect(Math.max(...pauses)).toBe(2_000)
  })

  it('ends by itself once the answer is yes', () => {
    let looks = 0
    poll(() => ++looks === 3)
    stop()
    jest.advanceTimersByTime(60_000)
    hide(false)
    expect(looks).toBe(3)
    expect(jest.getTimerCount()).toBe(0)
  })

  it('does not run while the page is hidden, nor is anything left running', () => {
    hide(true)
    jest.advanceTimersByTime(60_000)
    expect(runs).toBe(0)
    expect(jest.getTimerCount()).toBe(0)
  })

  it('runs at once when the page is seen again, and goes on', () => {
    hide(true)
    hide(false)
    expect(runs).toBe(1)
    expect(jest.getTimerCount()).toBe(1)
    jest.advanceTimersByTime(5_000)
    expect(runs).toBeGreaterThan(2)
  })

  it('ends', () => {
    stop()
    hide(true)
    hide(false)
    jest.advanceTimersByTime(60_000)
    expect(runs).toBe(0)
    expect(jest.getTimerCount()).toBe(0)
  })

  it('can be ended from inside', () => {
    const end = poll(() => {
      if (++runs === 2) end()
    })
    stop()
    jest.advanceTimersByTime(60_000)
    expect(runs).toBe(2)
    expect(jest.getTimerCount()).toBe(0)
  })
})
