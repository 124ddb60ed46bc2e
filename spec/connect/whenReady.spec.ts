import { whenReady } from '../../lib/connect/whenReady.js'

describe('whenReady', () => {
  let system: { name: string } | undefined
  let found: unknown[]
  let errors: unknown[]
  let undone: number
  const find = () => system
  const wait = (look: () => { name: string } | undefined = find) =>
    whenReady(
      look,
      (one) => {
        found.push(one)
        return () => void undone++
      },
      (error) => errors.push(error),
    )

  beforeEach(() => {
    jest.useFakeTimers()
    system = undefined
    found = []
    errors = []
    undone = 0
  })
  afterEach(() => jest.useRealTimers())

  it('finds at once what is there, and looks no more', () => {
    system = { name: 'there' }
    const end = wait()
    expect(found).toEqual([system])
    expect(jest.getTimerCount()).toBe(0)
    end()
  })

  it.each([100, 5_000, 60_000])('finds what comes after %d ms, once', (time) => {
    const end = wait()
    jest.advanceTimersByTime(time)
    expect(found).toEqual([])
    system = { name: 'late' }
    jest.advanceTimersByTime(10_000)
    expect(found).toEqual([system])
    expect(jest.getTimerCount()).toBe(0)
    end()
  })

  it('finds nothing after its end', () => {
    wait()()
    system = { name: 'too late' }
    jest.advanceTimersByTime(60_000)
    expect(found).toEqual([])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('undoes at the end what was done with what it found', () => {
    system = { name: 'there' }
    const end = wait()
    expect(undone).toBe(0)
    end()
    expect(undone).toBe(1)
  })

  it('undoes it also when the end came while it was found', () => {
    const end = whenReady(
      find,
      () => {
        end()
        return () => void undone++
      },
      () => {},
    )
    system = { name: 'late' }
    jest.advanceTimersByTime(1_000)
    expect(undone).toBe(1)
  })

  it('reports what throws, and goes on waiting', () => {
    let isBroken = true
    const end = wait(() => {
      if (isBroken) throw new Error('not yet')
      return { name: 'mended' }
    })
    expect(errors).toMatchObject([{ message: 'not yet' }])
    isBroken = false
    jest.advanceTimersByTime(1_000)
    expect(found).toEqual([{ name: 'mended' }])
    end()
  })
})
