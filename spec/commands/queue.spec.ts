import fc from 'fast-check'
import { createQueue } from '../../lib/commands/queue.js'

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('the queue', () => {
  it('acts at once where nothing waits, and lets what cannot act wait', () => {
    const [waiting, , enter] = createQueue()
    expect([enter(() => true), enter(() => undefined), waiting.size]).toEqual([true, undefined, 0])
  })

  it('releases in the order of arrival what can act, and keeps the rest', async () => {
    const [waiting, proceed] = createQueue()
    const log: string[] = []
    let open = ''
    for (const [at, gate] of [...'abab'].entries())
      waiting.add(() => {
        if (!open.includes(gate)) return undefined
        log.push(gate + at)
        return true
      })
    open = 'b'
    void proceed()
    await settled()
    expect([log, waiting.size]).toEqual([['b1', 'b3'], 2])
    open = 'ab'
    void proceed()
    await settled()
    expect([log, waiting.size]).toEqual([['b1', 'b3', 'a0', 'a2'], 0])
  })

  it('runs what comes while it releases after what came before', async () => {
    const [waiting, proceed] = createQueue()
    const log: number[] = []
    const add = (number: number, then?: () => void) =>
      waiting.add(() => {
        log.push(number)
        then?.()
        return true
      })
    add(1, () => add(3))
    add(2)
    void proceed()
    await settled()
    expect(log).toEqual([1, 2, 3])
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
        await settled()
        expect([[...log].sort((a, b) => a - b), waiting.size]).toEqual([expected, 0])
      }),
      { numRuns: 50 },
    )
  })
})
