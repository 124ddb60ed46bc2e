import { decide } from '../../lib/commands/decide.js'
import type { AskedOptIn } from '../../lib/commands/types.js'
import { createOptIn } from '../../lib/createOptIn.js'

describe('a decision of the optIn command', () => {
  it.each<[boolean | object, number]>([
    [true, 8],
    [false, 0],
    [{ aa: true, target: false }, 1],
  ])('%p is one completion', (decision, approved) => {
    const optIn = createOptIn({ doesOptInApply: true })
    const complete = jest.fn()
    optIn.on('complete', complete)
    decide(optIn as unknown as AskedOptIn, decision)
    expect([complete.mock.calls.length, Object.values(optIn.permissions).filter(Boolean).length]).toEqual([1, approved])
  })

  it('is told Adobe’s own object one by one, in a round that is then completed', () => {
    const calls: unknown[] = []
    const log = (name: string) => (...args: unknown[]) => void calls.push([name, ...args])
    decide({ permissions: {}, approve: log('approve'), deny: log('deny'), complete: log('complete') } as unknown as AskedOptIn, { aa: true, target: false })
    expect(calls).toEqual([['approve', 'aa', true], ['deny', 'target', true], ['complete']])
  })
})
