import { tcf } from '../../lib/adapters/tcf.js'
import { page } from '../fakes/platform.js'
import { realTcf } from '../fakes/tcf.js'
import { leave, turn, until, visit } from '../fakes/visit.js'

type Answer = (data: unknown, success?: boolean) => void

/** A platform in its barest form, for what the IAB's library never says. */
const bareTcf = () => {
  const calls: unknown[][] = []
  const listeners = new Map<number, Answer>()
  let data: unknown
  page.__tcfapi = (command: string, version: number, answer: Answer, parameter: unknown) => {
    calls.push([command, version, parameter])
    if (command === 'removeEventListener') answer(listeners.delete(parameter as number))
    else {
      const id = listeners.size
      listeners.set(id, (value, success) => answer(value && { ...(value as object), listenerId: id }, success))
      if (data) listeners.get(id)?.(data, true)
    }
  }
  return {
    calls,
    listeners,
    tell: (value: unknown, success = true) => {
      data = value
      for (const answer of [...listeners.values()]) answer(value, success)
    },
  }
}
const granted = (more: object = {}) => ({
  tcString: 'TC-111',
  gdprApplies: true,
  eventStatus: 'useractioncomplete',
  cmpStatus: 'loaded',
  purpose: { consents: { 1: true, 10: true } },
  vendor: { consents: { 565: true } },
  ...more,
})

afterEach(() => {
  leave()
  delete page.__tcfapi
})

describe('tcf with the IAB’s own library', () => {
  it.each([
    [['1', '10'], ['aam', 'ecid']],
    [['1'], []],
    [['10'], []],
    [['1', '2', '3', '4'], []],
    [[], []],
  ])('takes purposes %j for %j, and nothing else', (purposes, categories) => {
    const platform = realTcf()
    platform.load(purposes)
    const { optIn, approved } = visit(tcf())
    expect(optIn.status).toBe('complete')
    expect(approved()).toEqual(categories)
  })

  it.each([
    ['Adobe’s vendor is not chosen', { purposes: [1, 10], vendors: [755] }],
    ['the publisher allows Adobe no purpose 10', { purposes: [1, 10], notAllowed: [10] }],
    ['others than Adobe were disclosed', { purposes: [1, 10], vendors: [565, 12], disclosed: [12] }],
    ['purpose 1 was not asked for', { purposes: [10], purposeOneTreatment: true }],
  ])('denies where %s', (_where, choice) => {
    const platform = realTcf()
    platform.start()
    platform.update(platform.encode(choice))
    const { optIn, approved } = visit(tcf())
    expect(optIn.status).toBe('complete')
    expect(approved()).toEqual([])
  })

  it('approves where Adobe was disclosed, and where purpose 1 counts as given', () => {
    const platform = realTcf()
    platform.start()
    platform.update(platform.encode({ purposes: [10], disclosed: [565], purposeOneTreatment: true }))
    expect(visit(tcf({ purposeOneTreatment: 'approve' })).approved()).toEqual(['aam', 'ecid'])
  })

  it('hears a library that takes over from the IAB’s stub', async () => {
    const platform = realTcf()
    platform.stub()
    const { optIn, approved, errors } = visit(tcf())
    await turn()
    platform.start()
    expect(optIn.status).toBe('pending')
    platform.update('', true)
    expect(optIn.status).toBe('pending')
    platform.choose(['1', '10'])
    expect(approved()).toEqual(['aam', 'ecid'])
    expect(errors).toEqual([])
  })

  it.each([
    ['approve', 'complete', ['aam', 'ecid']],
    ['ignore', 'pending', []],
  ] as const)('where the GDPR does not apply, and it is to %s, is %s', (whenNotApplicable, status, categories) => {
    const platform = realTcf()
    platform.start()
    platform.update(null)
    const { optIn, approved, errors } = visit(tcf({ whenNotApplicable }))
    expect(optIn.status).toBe(status)
    expect(approved()).toEqual(categories)
    expect(errors).toEqual([])
  })

  it('keeps an earlier choice while the banner is open again, and takes the new one', () => {
    const platform = realTcf()
    platform.load(['1', '10'])
    const { approved, completions } = visit(tcf())
    platform.reopen()
    expect(approved()).toEqual(['aam', 'ecid'])
    platform.choose(['1'])
    expect(approved()).toEqual([])
    expect(completions).toHaveLength(1)
  })
})

describe('tcf and what a platform may say', () => {
  it('asks in version 2, once', () => {
    const platform = bareTcf()
    visit(tcf())
    expect(platform.calls).toEqual([['addEventListener', 2, undefined]])
  })

  it.each([
    ['nothing', null, false],
    ['data without success', granted(), false],
    ['an open banner', granted({ eventStatus: 'cmpuishown' }), true],
    ['an error', granted({ cmpStatus: 'error' }), true],
    ['not to know whether the GDPR applies', granted({ gdprApplies: undefined }), true],
  ])('stays pending when it says %s', (_what, data, success) => {
    const platform = bareTcf()
    const { optIn } = visit(tcf())
    platform.tell(data, success)
    expect(optIn.status).toBe('pending')
  })

  it('removes its listener, whose id may be 0', () => {
    const platform = bareTcf()
    const { optIn } = visit(tcf())
    platform.tell(granted())
    optIn.destroy()
    expect(platform.calls.at(-1)).toEqual(['removeEventListener', 2, 0])
    expect(platform.listeners.size).toBe(0)
  })

  it('removes it at the first answer, when the end came before', () => {
    const platform = bareTcf()
    const { optIn } = visit(tcf())
    optIn.destroy()
    expect(platform.listeners.size).toBe(1)
    platform.tell(granted())
    expect(platform.listeners.size).toBe(0)
    expect(optIn.status).toBe('pending')
  })

  it('looks no more, once it listens', () => {
    jest.useFakeTimers()
    const platform = bareTcf()
    visit(tcf())
    platform.tell(granted())
    jest.advanceTimersByTime(60_000)
    expect(platform.calls).toHaveLength(1)
    jest.useRealTimers()
  })
})

describe('tcf and the page', () => {
  it.each([
    [{ 1: 'ecid', 7: ['aa', 'mediaaa'] }, ['1', '7'], ['aa', 'ecid', 'mediaaa']],
    [{ 7: 'aa' }, ['7'], ['aa', 'ecid']],
  ] as const)('takes the map %j', (map, purposes, categories) => {
    realTcf().load([...purposes])
    expect(visit(tcf({ map })).approved()).toEqual(categories)
  })

  it.each([
    ['whenNotApplicable', { whenNotApplicable: 'deny' }],
    ['purposeOneTreatment', { purposeOneTreatment: true }],
  ])('refuses a wrong %s', (option, options) => {
    expect(() => tcf(options as never)).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining(`tcf.${option}`) }),
    )
  })
})

describe('tcf in an IAB context', () => {
  const iab = { isIabContext: true }

  it.each([
    [{ isIabContext: true, doesOptInApply: true }, ['iabPlugin']],
    [{ isIabContext: false, doesOptInApply: true }, []],
    [{ isIabContext: true, doesOptInApply: false }, []],
  ])('with %j registers %j', (config, plugins) => {
    bareTcf()
    expect(visit(tcf(), config).optIn.__plugins).toEqual(plugins)
  })

  it('is known as the adapter that brings the plugin', () => {
    expect(tcf().iabPlugin).toBe(true)
  })

  it('answers fetchConsentData once the permissions follow, with the platform’s data but not its listener', () => {
    const platform = bareTcf()
    const { optIn } = visit(tcf(), iab)
    const seen: unknown[] = []
    optIn.execute({
      command: 'iabPlugin.fetchConsentData',
      callback: (error: unknown, data: never) => void seen.push(error, data, optIn.isApproved(['aam', 'ecid'])),
    })
    platform.tell(granted({ eventStatus: 'cmpuishown' }))
    expect(seen).toEqual([])
    platform.tell(granted())
    expect(seen).toEqual([null, { ...granted(), consentString: 'TC-111', hasConsentChangedSinceLastCmpPull: true }, true])
  })

  it('answers fetchConsentData also where the GDPR does not apply', () => {
    const platform = bareTcf()
    const { optIn } = visit(tcf(), iab)
    const seen: unknown[] = []
    optIn.execute({ command: 'iabPlugin.fetchConsentData', callback: (error: unknown, data: never) => void seen.push(error, data) })
    platform.tell({ gdprApplies: false, tcfPolicyVersion: 5 })
    expect(seen).toMatchObject([null, { gdprApplies: false, consentString: undefined }])
    expect(optIn.isApproved(['aam', 'ecid'])).toBe(true)
  })

  it('answers with the last choice while the banner is open again', () => {
    const platform = bareTcf()
    const { optIn } = visit(tcf(), iab)
    platform.tell(granted())
    platform.tell(granted({ eventStatus: 'cmpuishown', tcString: 'TC-half' }))
    const seen: unknown[] = []
    optIn.execute({ command: 'iabPlugin.fetchConsentData', callback: (_error: unknown, data: never) => void seen.push(data) })
    expect(seen).toMatchObject([{ consentString: 'TC-111' }])
  })

  it.each([
    ['aam', granted(), true],
    ['ecid', granted(), true],
    ['aa', granted(), false],
    ['aam2', granted(), false],
    ['an ecid', granted(), false],
    ['aam', granted({ purpose: { consents: { 1: true } } }), false],
    ['ecid', granted({ purpose: { consents: { 10: true } } }), false],
    ['aam', { gdprApplies: false }, true],
  ])('isApproved of %j answers by ECID’s table, whatever the map says', (category, data, permission) => {
    const platform = bareTcf()
    const { optIn } = visit(tcf({ map: { 7: ['aam', 'ecid', 'aa'] } }), iab)
    platform.tell(data)
    const seen: unknown[] = []
    optIn.execute({ command: 'iabPlugin.isApproved', params: { category }, callback: (error: unknown, result: never) => void seen.push(error, result) })
    expect(seen).toEqual([null, permission])
  })

  it('comes late and is heard, as every adapter is', async () => {
    const { optIn } = visit(tcf(), iab)
    realTcf().load(['1', '10'])
    await until(() => optIn.isComplete)
    expect(optIn.isApproved('aam')).toBe(true)
  })
})
