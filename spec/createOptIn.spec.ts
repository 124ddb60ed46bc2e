import type { AnyOptIn, Connector, OptInConfig, OptInStorage, StoredDecision } from '../lib/types.js'
import { createOptIn } from '../lib/createOptIn.js'
import { OptInError } from '../lib/core/errors.js'
import { tabsChannel } from './fakes/tabsChannel.js'

const clearCookies = () => {
  for (const pair of document.cookie.split('; ')) document.cookie = `${pair.split('=')[0]}=; max-age=0; path=/`
}
const start = (config: OptInConfig = {}) => {
  const errors: unknown[] = []
  return { optIn: createOptIn({ doesOptInApply: true, onError: (error) => errors.push(error), ...config }), errors }
}
afterEach(() => {
  clearCookies()
  Reflect.deleteProperty(globalThis, 'BroadcastChannel')
})

describe('an OptIn', () => {
  it('touches nothing global, and no cookie, until there is something to keep', () => {
    const before = Object.getOwnPropertyNames(window)
    const { optIn } = start({ isOptInStorageEnabled: true })
    optIn.approve('aa', true)
    expect(Object.getOwnPropertyNames(window)).toEqual(before)
    expect(document.cookie).toBe('')
  })

  it('keeps the decision for the next page, a refusal too', () => {
    start({ isOptInStorageEnabled: true }).optIn.denyAll()
    const { optIn } = start({ isOptInStorageEnabled: true, preOptInApprovals: { aa: true } })
    expect([optIn.status, optIn.isApproved('aa')]).toEqual(['complete', false])
    optIn.reset()
    expect(start({ isOptInStorageEnabled: true }).optIn.status).toBe('pending')
    expect(document.cookie).toBe('')
  })

  it('asks again when the policy is another', () => {
    start({ isOptInStorageEnabled: true, policyVersion: '1' }).optIn.approve('aa')
    expect(start({ isOptInStorageEnabled: true, policyVersion: '1' }).optIn.status).toBe('complete')
    expect(start({ isOptInStorageEnabled: true, policyVersion: '2' }).optIn.status).toBe('pending')
  })

  it('has written the cookie when a subscriber hears', () => {
    const { optIn } = start({ isOptInStorageEnabled: true })
    const seen: string[] = []
    optIn.on('complete', () => seen.push(decodeURIComponent(document.cookie)))
    optIn.approve('aa')
    expect(seen).toEqual([expect.stringContaining('"aa":true')])
  })

  it('takes texts as tag managers deliver them', () => {
    const texts = { doesOptInApply: 'true', isOptInStorageEnabled: 'true', previousPermissions: '{"aa":true}', optInStorageExpiry: '', gate: '' }
    const optIn = createOptIn(texts as unknown as OptInConfig)
    expect([optIn.doesOptInApply, optIn.isApproved('aa')]).toEqual([true, true])
  })

  it('refuses what cannot be meant', () => {
    expect(() => createOptIn({ gate: 5 as never })).toThrow(OptInError)
  })
})

describe('a storage that answers late', () => {
  const told: StoredDecision = { permissions: { aa: true, target: true } }
  const turn = () => new Promise((resolve) => setTimeout(resolve))
  const late = (config: OptInConfig = {}) => {
    const answers: ((answer?: StoredDecision) => void)[] = []
    const save = jest.fn<void, [StoredDecision | undefined]>()
    const load = () => new Promise<StoredDecision | undefined>((resolve) => answers.push(resolve))
    const answer = async (at: number, decision?: StoredDecision) => {
      answers[at]!(decision)
      await turn()
    }
    return { ...start({ storage: { load, save }, ...config }), answer, save }
  }
  const otherTab = () => {
    const Channel = tabsChannel()
    Object.assign(globalThis, { BroadcastChannel: Channel })
    return new Channel()
  }

  it('is heard, and not told again what it said itself', async () => {
    const { optIn, answer, save } = late()
    await answer(0, told)
    expect([optIn.status, optIn.isApproved(['aa', 'target']), save.mock.calls]).toEqual(['complete', true, []])
  })

  it('lies under what was decided meanwhile, and is told the whole', async () => {
    const { optIn, answer, save } = late()
    optIn.deny('aa')
    await answer(0, told)
    expect([optIn.isApproved('aa'), optIn.isApproved('target')]).toEqual([false, true])
    expect(save).toHaveBeenLastCalledWith({ permissions: optIn.permissions })
  })

  it('without a decision does not undo that one was kept meanwhile: another tab can still forget it', async () => {
    const tab = otherTab()
    const { optIn, answer } = late({ doesOptInApply: true })
    optIn.approve('aa')
    await answer(0)
    expect(optIn.isApproved('aa')).toBe(true)
    tab.postMessage()
    await answer(1)
    expect([optIn.status, optIn.isApproved('aa')]).toEqual(['pending', false])
  })

  it('does not bring back what was forgotten meanwhile', async () => {
    const { optIn, answer } = late()
    optIn.reset()
    await answer(0, told)
    expect([optIn.status, optIn.isApproved('aa')]).toEqual(['pending', false])
  })

  it('is not heard after the end', async () => {
    const { optIn, answer, save } = late()
    optIn.destroy()
    await answer(0, told)
    expect([optIn.status, save.mock.calls]).toEqual(['pending', []])
  })

  it('does not undo a decision that is newer than the question', async () => {
    const tab = otherTab()
    const { optIn, answer } = late()
    await answer(0)
    tab.postMessage()
    optIn.deny('aa')
    await answer(1, told)
    expect(optIn.isApproved('aa')).toBe(false)
  })

  it('counts with its newest answer, in whatever order they come', async () => {
    const tab = otherTab()
    const { optIn, answer } = late()
    await answer(0)
    tab.postMessage()
    tab.postMessage()
    await answer(2, { permissions: { aa: false } })
    await answer(1, told)
    expect([optIn.status, optIn.isApproved('aa')]).toEqual(['complete', false])
  })

  it('that fails when another tab calls is reported, and nothing is forgotten', async () => {
    const tab = otherTab()
    const load = jest.fn<ReturnType<OptInStorage['load']>, []>().mockReturnValueOnce(told).mockRejectedValueOnce(new Error('offline'))
    const { optIn, errors } = start({ storage: { load, save: () => {} } })
    tab.postMessage()
    await turn()
    expect([optIn.isApproved('aa'), errors]).toEqual([true, [expect.objectContaining({ code: 'storage-failed' })]])
  })

  it('keeps what it refused to keep out of the other tabs’ reach', () => {
    const tab = otherTab()
    const save = (decision: StoredDecision | undefined) => {
      if (decision) throw new Error('full')
    }
    const { optIn } = start({ storage: { load: () => undefined, save } })
    optIn.approve('aa')
    tab.postMessage()
    expect(optIn.isApproved('aa')).toBe(true)
    optIn.reset().approve('aa')
    tab.postMessage()
    expect(optIn.isApproved('aa')).toBe(true)
  })
})

describe('the other tabs', () => {
  const twoTabs = () => {
    Object.assign(globalThis, { BroadcastChannel: tabsChannel() })
    return [start({ isOptInStorageEnabled: true }).optIn, start({ isOptInStorageEnabled: true }).optIn] as const
  }

  it('forget beside an open round, which only its own page ends', () => {
    const [here, there] = twoTabs()
    here.approve('target')
    there.approve('aa', true)
    here.reset()
    expect([there.status, there.isApproved('target')]).toEqual(['changed', false])
    there.complete()
    expect([there.isApproved('aa'), here.isApproved('aa')]).toEqual([true, true])
  })

  it('are not told after the end, and nobody falls over it', () => {
    const [here, there] = twoTabs()
    here.destroy()
    here.approve('aa')
    expect([here.isApproved('aa'), there.isApproved('aa')]).toEqual([true, false])
  })

  it('are let be where the browser refuses the channel together with the storage', () => {
    const refuse = () => {
      throw new DOMException('the operation is insecure', 'SecurityError')
    }
    Object.assign(globalThis, { BroadcastChannel: refuse })
    expect(start({ isOptInStorageEnabled: true }).optIn.approve('aa').isApproved('aa')).toBe(true)
  })

  it('hear every decision, whatever its speaker is called', () => {
    const [here, there] = twoTabs()
    const sources: string[] = []
    there.on('change', ({ source }) => sources.push(source))
    here.decide({ aa: true }, { source: 'other-tab' })
    expect([there.isApproved('aa'), sources]).toEqual([true, ['other-tab']])
  })

  it.each<OptInConfig>([{}, { isOptInStorageEnabled: true, otherTabs: false }])('are no business of an OptIn with %p', (config) => {
    const Channel = jest.fn()
    Object.assign(globalThis, { BroadcastChannel: Channel })
    start(config)
    expect(Channel).not.toHaveBeenCalled()
  })
})

describe('connectors', () => {
  const hears = (name: string, order: string[]): Connector => (optIn) => {
    order.push(`${name} connects`)
    optIn.on('complete', () => order.push(`${name} hears`))
    return () => void order.push(`${name} ends`)
  }

  it('may end the OptIn while they connect: they are ended too, and no further one connects', () => {
    const order: string[] = []
    const ends: Connector = (optIn) => {
      optIn.destroy()
      return () => void order.push('ended')
    }
    start({ gate: hears('gate', order), bridges: ends, adapters: hears('adapter', order) })
    expect(order).toEqual(['gate connects', 'gate ends', 'ended'])
  })

  it('connect in their order, hear before the page, and end with the OptIn, backwards', () => {
    const order: string[] = []
    const { optIn } = start({ adapters: [hears('adapter', order)], bridges: hears('bridge', order), gate: [hears('gate', order)] })
    optIn.on('complete', () => order.push('page hears'))
    optIn.fetchPermissions(() => order.push('page waited'))
    optIn.approve('aa')
    optIn.destroy()
    optIn.destroy()
    expect(order).toEqual([
      'gate connects',
      'bridge connects',
      'adapter connects',
      'gate hears',
      'bridge hears',
      'adapter hears',
      'page hears',
      'page waited',
      'adapter ends',
      'bridge ends',
      'gate ends',
    ])
  })

  it('that decide at once are heard by all that listen', () => {
    const heard: unknown[] = []
    const bridge: Connector = (optIn) => void optIn.on('change', ({ source }) => heard.push(source))
    const adapter: Connector = (optIn) => void optIn.decide({ aa: true }, { source: 'cmp' })
    expect(start({ adapters: adapter, bridges: bridge }).optIn.isApproved('aa')).toBe(true)
    expect(heard).toEqual(['cmp'])
  })

  it('that throw are reported, and the others go on', () => {
    const bad: Connector = () => {
      throw new Error('bad')
    }
    const { optIn, errors } = start({ gate: bad, adapters: (one) => void one.approve('aa'), bridges: (_, report) => report('said') })
    expect([optIn.isApproved('aa'), errors]).toEqual([true, [new Error('bad'), 'said']])
    const { optIn: other, errors: others } = start({ gate: () => bad as () => void })
    other.destroy()
    expect(others).toEqual([new Error('bad')])
  })

  it('may throw nothing that could be looked into', () => {
    const bad: Connector = () => {
      throw undefined
    }
    expect(start({ gate: bad }).errors).toEqual([undefined])
  })

  it('may return anything or nothing; what is no function is not called at the end', () => {
    const { optIn, errors } = start({ gate: [() => {}, () => 5 as never, (() => Promise.resolve()) as never, () => null as never] })
    optIn.destroy()
    expect(errors).toEqual([])
  })

  it('that find a fault in the page’s settings throw it at the page, and leave nothing behind', () => {
    const end = jest.fn()
    const bad: Connector = () => {
      throw new OptInError('invalid-config', 'rules')
    }
    expect(() => start({ gate: [() => end, bad] })).toThrow('rules')
    expect(end).toHaveBeenCalledTimes(1)
  })
})

describe('an IAB context', () => {
  it('needs the adapter that talks to the platform', () => {
    expect(() => start({ isIabContext: true })).toThrow(expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining('`isIabContext` must be used with the adapter for the platform, `adapters: [tcf()]`; it got true') }))
    const tcf = Object.assign((() => {}) as Connector, { iabPlugin: true })
    expect(start({ isIabContext: true, adapters: tcf }).optIn.isIabContext).toBe(true)
  })
})

describe('errors that are not the caller’s', () => {
  const fail = () => {
    throw new Error('mine')
  }

  it('reach onError, and no decision stops for them', () => {
    const { optIn, errors } = start()
    const heard = jest.fn()
    optIn.on('complete', fail)
    optIn.on('complete', heard)
    expect(() => optIn.approve('aa')).not.toThrow()
    expect([heard.mock.calls.length, errors]).toEqual([1, [new Error('mine')]])
  })

  it.each<[string, OptInConfig]>([
    ['there is no onError', {}],
    ['onError is an empty text', { onError: '' as never }],
    ['onError itself throws', { onError: fail }],
    ['an onError is not the settings’ own', Object.create({ onError: () => {} }) as OptInConfig],
  ])('reach the page as uncaught when %s', async (_, settings) => {
    const uncaught = new Promise<ErrorEvent>((resolve) => addEventListener('error', (event) => resolve(event), { once: true }))
    const silence = jest.spyOn(console, 'error').mockImplementation(() => {})
    const optIn = createOptIn(Object.assign(settings, { doesOptInApply: true }))
    optIn.on('complete', fail)
    optIn.approve('aa')
    expect((await uncaught).error).toEqual(new Error('mine'))
    silence.mockRestore()
  })

  it('reach the page at once where the browser can be told of them', () => {
    const told = jest.fn()
    Object.assign(globalThis, { reportError: told })
    const optIn = createOptIn({ doesOptInApply: true })
    optIn.on('complete', fail)
    optIn.approve('aa')
    Reflect.deleteProperty(globalThis, 'reportError')
    expect(told.mock.calls).toEqual([[new Error('mine')]])
  })

  it('come once for a browser that keeps no cookie', () => {
    const cookie = jest.spyOn(document, 'cookie', 'set').mockImplementation(() => {})
    const { optIn, errors } = start({ isOptInStorageEnabled: true })
    optIn.approve('aa').deny('aa')
    expect(errors).toEqual([expect.objectContaining({ code: 'storage-failed', message: expect.stringContaining('`optInCookieDomain`') })])
    expect(optIn.isComplete).toBe(true)
    cookie.mockRestore()
  })
})

describe('solution libraries', () => {
  // The habits of the real ones, each as recorded: which members they use, and how they use them.
  const clients: Readonly<Record<string, (optIn: AnyOptIn, log: (what: string) => void) => void>> = {
    'VisitorAPI 5': (optIn, log) => {
      const init = () => {
        if (!optIn.isComplete) return
        optIn.off('complete', init)
        log(optIn.isApproved(optIn.Categories.ECID) ? 'starts' : 'stays away')
      }
      if (optIn.isComplete) init()
      else optIn.fetchPermissions(init, true)
    },
    'VisitorAPI 4': (optIn, log) => {
      const off: (() => void) | undefined = optIn.fetchPermissions(() => {
        if (!optIn.isComplete || !off) return
        off()
        log(optIn.isApproved(optIn.Categories.ECID) ? 'starts' : 'stays away')
      }, true)
    },
    AppMeasurement: (optIn, log) => {
      optIn.fetchPermissions(() => log(optIn.isApproved(optIn.Categories.ANALYTICS) ? 'sends' : 'holds'), true)
    },
    DIL: (optIn, log) => {
      if (optIn !== Object(optIn)) return
      optIn.fetchPermissions(() => log(optIn.isApproved([optIn.Categories.AAM]) ? 'syncs' : 'waits'), true)
    },
    'at.js 2': (optIn, log) => {
      if (optIn.isApproved(optIn.Categories.TARGET)) return log('requests')
      let isSettled = false
      optIn.fetchPermissions(() => {
        if (isSettled) return
        isSettled = true
        log(optIn.isApproved(optIn.Categories.TARGET) ? 'requests' : 'gives up')
      }, true)
    },
    'Media SDK 2': (optIn, log) => {
      if (!optIn.doesOptInApply) return log('starts')
      const heard = () => {
        const { ECID, ANALYTICS, MEDIA_ANALYTICS } = optIn.Categories
        if (![ECID, ANALYTICS, MEDIA_ANALYTICS].every((one) => optIn.isApproved(one))) return
        optIn.off('complete', heard)
        log('starts')
      }
      optIn.fetchPermissions(heard, true)
    },
  }

  it.each<[string, readonly string[], readonly string[]]>([
    ['VisitorAPI 5', ['starts'], ['stays away']],
    ['VisitorAPI 4', ['starts'], ['stays away']],
    ['AppMeasurement', ['sends', 'sends'], ['holds', 'sends']],
    ['DIL', ['syncs', 'syncs'], ['waits', 'syncs']],
    ['at.js 2', ['requests'], ['gives up']],
    ['Media SDK 2', ['starts'], ['starts']],
  ])('like %s obey', (name, afterYes, afterNo) => {
    const client = clients[name] as (typeof clients)[string]
    const hear = (decide: (optIn: AnyOptIn) => void) => {
      const { optIn } = start()
      const log: string[] = []
      client(optIn as unknown as AnyOptIn, (what) => log.push(what))
      expect(log).toEqual([])
      decide(optIn as unknown as AnyOptIn)
      optIn.approveAll()
      return log
    }
    expect(hear((optIn) => optIn.approveAll())).toEqual(afterYes)
    expect(hear((optIn) => optIn.denyAll())).toEqual(afterNo)
  })

  it.each(Object.keys(clients))('like %s start at once where opt-in does not apply', (name) => {
    const { optIn } = start({ doesOptInApply: false, previousPermissions: { aa: true } })
    const log: string[] = []
    clients[name]?.(optIn as unknown as AnyOptIn, (what) => log.push(what))
    // VisitorAPI 4 cannot know its own function yet in a first call that comes at once; Adobe's own object gives it the same.
    expect(log).toHaveLength(name === 'VisitorAPI 4' ? 0 : 1)
  })
})
