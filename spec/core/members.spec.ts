import type { AnyOptIn, OptInConfig, Plugin } from '../../lib/types.js'
import { createOptIn } from '../../lib/createOptIn.js'

const setUp = (config: OptInConfig = {}) => {
  const errors: unknown[] = []
  const optIn = createOptIn({ doesOptInApply: true, onError: (error) => errors.push(error), ...config })
  return { optIn, errors }
}
const approved = (optIn: { permissions: object }) => Object.entries(optIn.permissions).flatMap(([category, permission]) => (permission ? [category] : []))
const fail = () => {
  throw new Error('mine')
}

describe('the members', () => {
  it('are own and bound', () => {
    const { optIn } = setUp()
    const { approve, isApproved } = optIn
    approve('aa')
    expect(isApproved('aa')).toBe(true)
  })

  it('are those of the contract, and no others: nobody announces what was not decided', () => {
    const asked = ['isApproved', 'isPreApproved', 'permissions', 'status', 'isPending', 'isComplete', 'doesOptInApply', 'isIabContext', 'Categories']
    const told = ['approve', 'deny', 'approveAll', 'denyAll', 'complete', 'decide', 'reset', 'destroy']
    const heard = ['fetchPermissions', 'on', 'once', 'off', 'subscribe', 'whenApproved']
    const plugged = ['registerPlugin', 'execute', '__plugins', 'memoizeContent', 'getMemoizedContent']
    expect(Object.keys(setUp().optIn).sort()).toEqual([...asked, ...told, ...heard, ...plugged].sort())
  })

  it('that tell a state are live, and cannot be written', () => {
    const { optIn } = setUp({ isIabContext: false })
    expect(optIn).toMatchObject({ status: 'pending', isPending: true, isComplete: false, doesOptInApply: true, isIabContext: false, __plugins: [] })
    optIn.approve('aa', true)
    expect(optIn).toMatchObject({ status: 'changed', isPending: false, isComplete: false })
    optIn.complete()
    expect(optIn).toMatchObject({ status: 'complete', isPending: false, isComplete: true })
    for (const name of ['status', 'permissions', 'isComplete', 'Categories', 'doesOptInApply'])
      expect(Reflect.set(optIn, name, 'other')).toBe(false)
    expect(Reflect.set(optIn.permissions, 'aam', true)).toBe(false)
    expect(optIn.isApproved('aam')).toBe(false)
  })

  it('can be chained, but complete', () => {
    const { optIn } = setUp()
    expect(optIn.approve('aa').deny(['aam']).approveAll().denyAll().decide({ aa: true }).reset()).toBe(optIn)
    expect(optIn.complete()).toBeUndefined()
  })

  it('check before anything changes', () => {
    const { optIn } = setUp()
    optIn.approve('aa', true)
    const heard = jest.fn()
    optIn.on('change', heard)
    expect(() => optIn.approve(['target', 'nope' as 'aa'])).toThrow(expect.objectContaining({ code: 'invalid-category' }))
    expect(() => optIn.decide({ target: true, aam: 1 as never })).toThrow(expect.objectContaining({ code: 'invalid-permission' }))
    expect([optIn.status, approved(optIn), heard.mock.calls]).toEqual(['changed', [], []])
  })

  it('take no options for options that say nothing', () => {
    expect(setUp().optIn.decide({ aa: true }, null as never).isApproved('aa')).toBe(true)
  })

  it('know categories by names that every object has', () => {
    const optIn = createOptIn({ doesOptInApply: true, categories: { constructor: 'toString' } })
    expect([optIn.isApproved('constructor'), optIn.approve('constructor').isApproved('constructor'), optIn.permissions.toString]).toEqual([false, true, true])
  })

  it('cover categories of one’s own', () => {
    const optIn = createOptIn({ doesOptInApply: true, categories: { CHAT: 'chat' } })
    optIn.approve(['CHAT', 'aa'])
    expect(approved(optIn)).toEqual(['aa', 'chat'])
    expect(optIn.Categories.CHAT).toBe('chat')
    expect(optIn.isApproved()).toBe(false)
    expect(optIn.approveAll().isApproved()).toBe(true)
  })
})

describe('fetchPermissions', () => {
  it.each<[string, OptInConfig, (optIn: AnyOptIn) => void, number]>([
    ['at once when opt-in does not apply', { doesOptInApply: false }, () => {}, 1],
    ['at once when the decision is complete', {}, (optIn) => optIn.denyAll(), 1],
    ['at once when there are pre-opt-in approvals', { preOptInApprovals: { aa: false } }, () => {}, 1],
    ['later while nothing is known', {}, () => {}, 0],
    ['later when the pre-opt-in approvals are empty', { preOptInApprovals: {} }, () => {}, 0],
    ['later in a staged round', {}, (optIn) => optIn.approve('aa', true), 0],
    ['later in a staged round after a completion', {}, (optIn) => optIn.approve('aa').deny('aa', true), 0],
  ])('answers %s', (_, config, before, times) => {
    const { optIn } = setUp(config)
    before(optIn as unknown as AnyOptIn)
    const callback = jest.fn()
    optIn.fetchPermissions(callback)
    expect(callback).toHaveBeenCalledTimes(times)
    optIn.approve('ecid')
    expect(callback).toHaveBeenCalledTimes(1)
    optIn.approve('ecid')
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('with true is the same registration as on("complete")', () => {
    const { optIn } = setUp()
    const callback: jest.Mock<void, []> = jest.fn(() => {
      if (callback.mock.calls.length === 2) optIn.off('complete', callback)
    })
    optIn.fetchPermissions(callback, true)
    optIn.approve('aa').approve('aa').approve('aa')
    expect(callback).toHaveBeenCalledTimes(2)
    const other = jest.fn()
    const stop = optIn.fetchPermissions(other, true)
    stop()
    optIn.approve('aa')
    expect(other).toHaveBeenCalledTimes(1)
  })

})

describe('subscriptions', () => {
  it.each(['fetchPermissions', 'subscribe'] as const)('keep the error of a callback that is called at once from the caller of %s', (member) => {
    const { optIn, errors } = setUp()
    optIn.approve('aa')
    expect(() => optIn[member](fail)).not.toThrow()
    expect(errors).toEqual([new Error('mine')])
  })

  it.each(['on', 'once', 'fetchPermissions', 'subscribe'] as const)('refuse what is no function in %s', (member) => {
    const { optIn } = setUp()
    const call = optIn[member] as (...args: unknown[]) => unknown
    const given = member === 'on' || member === 'once' ? ['complete', 'x'] : ['x']
    expect(() => call(...given)).toThrow(
      expect.objectContaining({ code: 'invalid-callback', message: expect.stringMatching(/^\[ON\] Callback should be a function\. It got "x"\.$/) }),
    )
  })

  it('to an unknown event draw one warning, and never fire', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {})
    const { optIn } = setUp()
    const callback = jest.fn()
    const stop = optIn.on('hasOwnProperty' as 'change', callback)
    optIn.off('hasOwnProperty' as 'change', callback)
    optIn.approve('aa')
    stop()
    expect(callback).not.toHaveBeenCalled()
    expect(warn.mock.calls).toEqual([[expect.stringContaining('no event "hasOwnProperty"')]])
    warn.mockRestore()
  })

  it('hear a change with what it was, what it is and who spoke', () => {
    const { optIn } = setUp()
    const heard = jest.fn()
    optIn.on('change', heard)
    const previous = optIn.permissions
    optIn.decide({ aa: true, target: false }, { source: 'cmp' })
    expect(heard.mock.calls).toEqual([[{ permissions: optIn.permissions, previous, changed: ['aa'], status: 'complete', source: 'cmp' }]])
    optIn.decide({ aa: true })
    optIn.approve('target', true)
    expect(heard).toHaveBeenCalledTimes(1)
    optIn.complete()
    expect(heard.mock.calls[1]).toEqual([expect.objectContaining({ changed: ['target'], source: 'page' })])
  })

  it.each([['on', 2], ['once', 1]] as const)('with %s are told in their context, as often as asked, until they end', (member, times) => {
    const { optIn } = setUp()
    const [heard, ended] = [jest.fn(), jest.fn()]
    const context = {}
    optIn[member]('change', heard, context)
    optIn[member]('change', ended)()
    optIn.approve('aa').deny('aa')
    expect([heard.mock.contexts, ended.mock.calls]).toEqual([Array(times).fill(context), []])
    expect(heard.mock.contexts[0]).toBe(context)
  })

  it('hear every completion, also one that changes nothing', () => {
    const { optIn } = setUp()
    const heard = jest.fn()
    optIn.on('complete', heard)
    optIn.approve('aa').approve('aa')
    expect(heard.mock.calls).toEqual([[optIn.permissions], [optIn.permissions]])
  })

  it('of a store hear now and after each change', () => {
    const { optIn } = setUp()
    const heard: unknown[] = []
    const stop = optIn.subscribe((permissions) => heard.push(permissions))
    optIn.approve('aa').approve('aa')
    stop()
    optIn.deny('aa')
    expect(heard).toEqual([expect.objectContaining({ aa: false }), expect.objectContaining({ aa: true })])
  })

  it('see the decision made inside another at once, and hear of it after the current one', () => {
    const { optIn } = setUp()
    const heard: unknown[] = []
    optIn.on('complete', (permissions) => {
      heard.push(['first', permissions.aa])
      if (permissions.aa) {
        optIn.deny('aa')
        heard.push(['at once', optIn.isApproved('aa')])
      }
    })
    optIn.on('complete', (permissions) => heard.push(['second', permissions.aa]))
    optIn.approve('aa')
    expect(heard).toEqual([['first', true], ['at once', false], ['second', true], ['first', false], ['second', false]])
  })
})

describe('reset', () => {
  it('goes back to pending with the pre-opt-in approvals, and announces a change', () => {
    const { optIn } = setUp({ preOptInApprovals: { aa: true }, previousPermissions: { aa: false, ecid: true } })
    const change = jest.fn()
    const complete = jest.fn()
    optIn.on('change', change)
    optIn.on('complete', complete)
    optIn.approve('target', true).reset()
    expect([optIn.status, approved(optIn)]).toEqual(['pending', ['aa']])
    expect(change.mock.calls).toEqual([[expect.objectContaining({ source: 'reset', status: 'pending', changed: ['aa', 'ecid'] })]])
    expect(complete).not.toHaveBeenCalled()
    optIn.complete()
    expect(optIn.status).toBe('pending')
  })

  it('leaves a standing denial standing', () => {
    const { optIn } = setUp({ preOptInApprovals: { aam: true } })
    optIn.decide({ aam: false }, { source: 'gpc', standing: true })
    optIn.approveAll().decide({ aam: false }, { source: 'gpc', standing: true }).reset()
    expect(optIn.isApproved('aam')).toBe(false)
  })
})

describe('plugins and plugin data', () => {
  it('are registered and called', () => {
    const { optIn } = setUp()
    const plugin = { name: 'demo', onRegister: jest.fn(), ping: jest.fn() } as unknown as Plugin
    optIn.registerPlugin(plugin)
    optIn.execute({ command: 'demo.ping' })
    expect((plugin.onRegister as jest.Mock).mock.calls).toEqual([[optIn]])
    expect(plugin['ping']).toHaveBeenCalledTimes(1)
    expect(optIn.__plugins).toEqual(['demo'])
  })

  it('are not kept while storage is off', () => {
    const { optIn, errors } = setUp()
    optIn.memoizeContent({ note: 'hello' })
    expect([optIn.getMemoizedContent('note'), document.cookie, errors]).toEqual([undefined, '', []])
  })
})

describe('destroy', () => {
  it('ends every subscription and every wait', async () => {
    const { optIn } = setUp()
    const heard = jest.fn()
    optIn.on('change', heard)
    optIn.fetchPermissions(heard)
    const waiting = optIn.whenApproved('aa')
    optIn.destroy()
    optIn.destroy()
    optIn.approve('aa')
    expect(heard).not.toHaveBeenCalled()
    await expect(waiting).rejects.toMatchObject({ code: 'destroyed', message: expect.stringContaining('create another one') })
  })
})
