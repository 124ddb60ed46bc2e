import fc from 'fast-check'
import type { Work } from '../../lib/commands/queue.js'
import { createQueue, nextTurn } from '../../lib/commands/queue.js'

const after = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await nextTurn()
}

describe('the queue', () => {
  it('does the first at once, within the call that brings the news', () => {
    const [waiting, proceed] = createQueue()
    const done: number[] = []
    for (const number of [1, 2]) waiting.add(() => done.push(number) > 0)
    void proceed()
    expect(done).toEqual([1])
  })

  it('does what can be done in the order of arrival, and keeps the rest', async () => {
    const [waiting, proceed] = createQueue()
    const done: number[] = []
    const works = [1, 2, 3, 4].map((number): Work => () => number % 2 && done.push(number) > 0)
    for (const work of works) waiting.add(work)
    await proceed()
    expect(done).toEqual([1, 3])
    expect([...waiting]).toEqual([works[1], works[3]])
  })

  it('lets work that comes during a pass line up behind what is there', async () => {
    const [waiting, proceed] = createQueue()
    const done: string[] = []
    waiting.add(() => {
      waiting.add(() => done.push('late') > 0)
      return done.push('first') > 0
    })
    waiting.add(() => done.push('second') > 0)
    await proceed()
    expect(done).toEqual(['first', 'second', 'late'])
    expect(waiting.size).toBe(0)
  })

  it('starts over with news during a pass, so that what was passed by comes before what follows', async () => {
    const [waiting, proceed] = createQueue()
    const done: string[] = []
    let isOpen = false
    waiting.add(() => isOpen && done.push('passed by') > 0)
    waiting.add(() => {
      isOpen = true
      void proceed()
      return done.push('opens') > 0
    })
    waiting.add(() => done.push('behind') > 0)
    await proceed()
    expect(done).toEqual(['opens', 'passed by', 'behind'])
  })

  it('waits with everything for work that asks for a moment', async () => {
    const [waiting, proceed] = createQueue()
    const done: string[] = []
    let open = () => {}
    let isOpen = false
    // Who asks for a moment brings the news that it is over.
    const moment = new Promise<void>((resolve) => (open = resolve)).then(() => {
      isOpen = true
      void proceed()
    })
    waiting.add(() => (isOpen ? done.push('first') > 0 : moment))
    waiting.add(() => done.push('second') > 0)
    const passed = proceed()
    await nextTurn()
    expect(done).toEqual([])
    open()
    await passed
    await after(() => !waiting.size)
    expect(done).toEqual(['first', 'second'])
  })

  it('counts what callers do with a settled promise into the portion, and gives the page a turn after each', async () => {
    const [waiting, proceed] = createQueue()
    let turns = 0
    const timer = setInterval(() => (turns += 1))
    for (let index = 0; index < 80; index += 1)
      waiting.add(() => {
        // The caller is slow: two milliseconds in the reaction, not in the work.
        void Promise.resolve().then(() => {
          for (const end = Date.now() + 2; Date.now() < end; );
        })
        return true
      })
    await proceed()
    clearInterval(timer)
    expect(waiting.size).toBe(0)
    expect(turns).toBeGreaterThan(3)
  })

  it('never forgets and never repeats, whatever the order of news', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('add', 'news', 'open'), fc.nat(3)), { maxLength: 40 }), async (steps) => {
        const [waiting, proceed] = createQueue()
        const open = new Set<number>()
        const log: number[] = []
        let count = 0
        const expected: number[] = []
        for (const [step, gate] of steps) {
          if (step === 'open') open.add(gate)
          if (step === 'news') void proceed()
          if (step !== 'add') continue
          const id = count++
          expected.push(id)
          waiting.add(() => {
            if (!open.has(gate)) return undefined
            log.push(id)
            return true
          })
        }
        for (const gate of [0, 1, 2, 3]) open.add(gate)
        void proceed()
        // On a busy machine a portion is over sooner.
        for (let turns = 0; waiting.size && turns < 100; turns++) await nextTurn()
        expect([[...log].sort((a, b) => a - b), waiting.size]).toEqual([expected, 0])
      }),
      { numRuns: 50 },
    )
  })
})
