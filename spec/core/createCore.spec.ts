import { createCall } from '../../lib/core/createCall.js'
import { createCore } from '../../lib/core/createCore.js'
import type { Permitted } from '../../lib/core/permissionCodec.js'
import { readConfig } from '../../lib/core/readConfig.js'

const setUp = (settings: object = {}) => {
  const order: unknown[] = []
  const report = (error: unknown) => order.push(['report', error])
  const turns: (() => void)[] = []
  const config = readConfig({ doesOptInApply: true, ...settings }, () => {}, createCall(report))
  const core = createCore(config, {
    save: (decision?: Permitted) => order.push(['save', decision?.['aa']]),
    memoizeContent: () => {},
    getMemoizedContent: () => undefined,
    ends: new AbortController(),
    call: createCall(report),
    warn: () => {},
    afterTurn: (callback) => turns.push(callback),
  })
  return { ...core, order, endTurn: () => turns.splice(0).forEach((end) => end()), turns }
}

describe('the core', () => {
  it('stores a decision before anybody hears of it, also one made inside a subscriber', () => {
    const { optIn, order } = setUp()
    optIn.on('change', ({ permissions }) => {
      order.push(['heard', permissions['aa']])
      if (permissions['aa']) optIn.deny('aa')
    })
    optIn.approve('aa')
    expect(order).toEqual([['save', true], ['heard', true], ['save', false], ['heard', false]])
  })

  it('stores nothing while a round is staged, and forgets at a reset', () => {
    const { optIn, order } = setUp()
    optIn.approve('aa', true)
    expect(order).toEqual([])
    optIn.complete()
    optIn.reset()
    expect(order).toEqual([['save', true], ['save', undefined]])
  })

  it('stores a decision again that changes nothing, for the cookie may be gone', () => {
    const { optIn, order } = setUp()
    optIn.approve('aa').approve('aa')
    expect(order).toHaveLength(2)
  })

  it('lets a denial of this turn give way in the next', () => {
    const { optIn, endTurn } = setUp()
    optIn.decide({ aa: false }, { source: 'one' })
    optIn.decide({ aa: true }, { source: 'two' })
    expect(optIn.isApproved('aa')).toBe(false)
    endTurn()
    optIn.decide({ aa: true }, { source: 'two' })
    expect(optIn.isApproved('aa')).toBe(true)
  })

  it('lets no denial of this turn hold that a reset forgot', () => {
    const { optIn } = setUp()
    optIn.deny('aa').reset().decide({ aa: true }, { source: 'one' })
    expect(optIn.isApproved('aa')).toBe(true)
  })

  it('asks for the end of a turn once', () => {
    const { optIn, turns } = setUp()
    optIn.denyAll()
    expect(turns).toHaveLength(1)
    optIn.denyAll()
    expect(turns).toHaveLength(1)
  })

  it('takes a late load under what was decided since, and stores the whole', () => {
    const { optIn, take, order } = setUp()
    optIn.approve('aa').approve('ecid')
    take({ aa: false, ecid: false, target: true }, 'storage')
    expect([optIn.isApproved(['aa', 'ecid', 'target']), order.at(-1)]).toEqual([true, ['save', true]])
  })

  it('takes a late load over earlier permissions, which say the rest', () => {
    const { optIn, take } = setUp({ previousPermissions: { aa: false, ecid: true } })
    take({ aa: true }, 'storage')
    expect(optIn.isApproved(['aa', 'ecid'])).toBe(true)
  })

  it('takes a late load under a standing denial, which is no decision to store', () => {
    const { optIn, take, order } = setUp()
    optIn.decide({ aam: false }, { source: 'gpc', standing: true })
    take({ aam: true, aa: true }, 'storage')
    expect([optIn.isApproved('aam'), optIn.isApproved('aa'), order]).toEqual([false, true, []])
  })

  it('takes another tab’s word without storing it, and says nothing when it is the same', () => {
    const { optIn, take, order } = setUp()
    const complete = jest.fn()
    const change = jest.fn()
    optIn.on('complete', complete)
    optIn.on('change', change)
    take({ aa: true }, 'other-tab')
    take({ aa: true }, 'other-tab')
    expect([complete.mock.calls.length, change.mock.calls.length, order]).toEqual([1, 1, []])
    expect(change.mock.calls[0]).toEqual([expect.objectContaining({ source: 'other-tab', changed: ['aa'] })])
  })

  it('forgets when another tab forgot, and only then', () => {
    const { optIn, take, order } = setUp({ preOptInApprovals: { ecid: true } })
    const change = jest.fn()
    optIn.on('change', change)
    take(undefined, 'other-tab')
    take(undefined, 'storage')
    expect(change).not.toHaveBeenCalled()
    optIn.approve('aa')
    take(undefined, 'other-tab')
    expect([optIn.status, optIn.isApproved('ecid'), optIn.isApproved('aa')]).toEqual(['pending', true, false])
    expect(order).toHaveLength(1)
  })

  it('announces a standing denial as a completion only once a decision was completed', () => {
    const { optIn } = setUp({ preOptInApprovals: { aam: true } })
    const complete = jest.fn()
    const change = jest.fn()
    optIn.on('complete', complete)
    optIn.on('change', change)
    optIn.decide({ aam: false }, { source: 'gpc', standing: true })
    expect([complete.mock.calls.length, change.mock.calls.length, optIn.status]).toEqual([0, 1, 'pending'])
    optIn.approveAll()
    optIn.decide({ aam: false }, { source: 'gpc', standing: true })
    expect([complete.mock.calls.length, change.mock.calls.length, optIn.status]).toEqual([2, 3, 'complete'])
  })
})
