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
    runs = 0
    stop = poll(() => runs++, 100, 1_000)
  })
  afterEach(() => {
    stop()
    hide(false)
    jest.useRealTimers()
  })

  it('runs again and again, ever more slowly, and never slower than told', () => {
    const at: number[] = []
    const start = Date.now()
    const end = poll(() => at.push(Date.now() - start), 100, 1_000)
    jest.advanceTimersByTime(10_000)
    end()
    const pauses = at.map((time, index) => time - (at[index - 1] ?? 0))
    expect(pauses.length).toBeGreaterThan(5)
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
    expect(Math.max(...pauses)).toBe(1_000)
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
      runs++
      end()
    })
    stop()
    jest.advanceTimersByTime(60_000)
    expect(runs).toBe(1)
    expect(jest.getTimerCount()).toBe(0)
  })
})
