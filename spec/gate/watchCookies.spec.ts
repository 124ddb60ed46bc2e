import { deny, pass } from '../../lib/gate/judge'
import { watchCookies } from '../../lib/gate/watchCookies'

const told = Object.assign(new EventTarget(), {
  tell: (...names: string[]) => told.dispatchEvent(Object.assign(new Event('change'), { changed: names.map((name) => ({ name })) })),
})
const watch = () => {
  const removed: number[] = []
  const complaints: string[] = []
  const end = new AbortController()
  watchCookies((_, name) => (name.startsWith('denied') ? deny : pass), () => void removed.push(Date.now()), (name) => void complaints.push(name), end.signal)
  return { removed, complaints, end }
}

describe('watching cookies that come by another way', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 })
    Object.assign(window, { cookieStore: told })
  })
  afterEach(() => jest.useRealTimers())

  it('removes a denied one soon, and minds no other', () => {
    const { removed, end } = watch()
    told.tell('free', 'other')
    told.tell()
    jest.advanceTimersByTime(5_000)
    expect(removed).toEqual([])
    told.tell('free', 'denied')
    jest.advanceTimersByTime(50)
    expect(removed).toHaveLength(1)
    end.abort()
  })

  it('waits longer each time one comes back, a minute at most, and tells of it', () => {
    const { removed, complaints, end } = watch()
    for (let time = 0; time < 600_000; time += 10) {
      told.tell('denied')
      jest.advanceTimersByTime(10)
    }
    const pauses = removed.slice(1).map((time, at) => time - removed[at]!)
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other))
    expect(pauses[0]).toBeLessThan(200)
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(60_000)
    expect(pauses.at(-1)).toBeLessThan(61_000)
    expect(new Set(complaints)).toEqual(new Set(['denied']))
    end.abort()
  })

  it('hears no more in the end, and nothing where no browser tells', () => {
    const { removed, end } = watch()
    end.abort()
    told.tell('denied')
    jest.advanceTimersByTime(5_000)
    expect(removed).toEqual([])
    Object.assign(window, { cookieStore: undefined })
    expect(watch).not.toThrow()
  })
})
