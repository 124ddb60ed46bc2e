import { gpp } from '../../lib/adapters/gpp.js'
import type { Fields } from '../fakes/gpp.js'
import { realGpp, stubGpp } from '../fakes/gpp.js'
import { page } from '../fakes/platform.js'
import { leave, until, visit } from '../fakes/visit.js'

type Answer = (event: unknown, success: boolean) => void

const others = ['aa', 'campaign', 'ecid', 'livefyre', 'mediaaa', 'target']
const everything = ['aa', 'aam', 'adcloud', 'campaign', 'ecid', 'livefyre', 'mediaaa', 'target']

/** A platform that says just this, for what the IAB's library never says. */
const bareGpp = (pingData: object) => {
  page.__gpp = (command: string, answer: Answer) => {
    if (command === 'addEventListener') answer({ eventName: 'listenerRegistered', listenerId: 1, data: true, pingData }, true)
  }
}
const national = (fields: Fields) => ({ signalStatus: 'ready', applicableSections: [7], parsedSections: { usnat: fields } })

afterEach(() => {
  leave()
  delete page.__gpp
})

describe('gpp with the IAB’s own library', () => {
  it.each([
    ['no opt-out', { SaleOptOut: 2, SharingOptOut: 2, TargetedAdvertisingOptOut: 2 }, everything],
    ['an opt-out of sale', { SaleOptOut: 1, SharingOptOut: 2, TargetedAdvertisingOptOut: 2 }, others],
    ['an opt-out of sharing', { SaleOptOut: 2, SharingOptOut: 1, TargetedAdvertisingOptOut: 2 }, others],
    ['an opt-out of targeted advertising', { SaleOptOut: 2, SharingOptOut: 2, TargetedAdvertisingOptOut: 1 }, others],
    ['a browser’s GPC', { SaleOptOut: 2, SharingOptOut: 2, TargetedAdvertisingOptOut: 2, Gpc: true }, others],
    ['nothing that applies', { SaleOptOut: 0, SharingOptOut: 0, TargetedAdvertisingOptOut: 0 }, everything],
  ] as [string, Fields, string[]][])('takes %s for what it is', (_what, usnat, categories) => {
    const platform = realGpp()
    platform.start()
    platform.set({ usnat }, [7])
    const { optIn, approved } = visit(gpp())
    expect(optIn.status).toBe('complete')
    expect(approved()).toEqual(categories)
  })

  it.each([
    ['usca', 8, { SaleOptOut: 1, SharingOptOut: 2 }],
    ['usva', 9, { SaleOptOut: 2, TargetedAdvertisingOptOut: 1 }],
    ['usco', 10, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usut', 11, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usct', 12, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usfl', 13, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usmt', 14, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usor', 15, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['ustx', 16, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usde', 17, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usia', 18, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usne', 19, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usnh', 20, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usnj', 21, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['ustn', 22, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usmn', 23, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usmd', 24, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usin', 25, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usky', 26, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
    ['usri', 27, { SaleOptOut: 1, TargetedAdvertisingOptOut: 2 }],
  ] as [string, number, Fields][])('finds %s as section %d, with the fields it has', (section, id, fields) => {
    const platform = realGpp()
    platform.start()
    platform.set({ [section]: fields }, [id])
    const { optIn, approved } = visit(gpp())
    expect(optIn.status).toBe('complete')
    expect(approved()).toEqual(others)
  })

  it('looks at the sections that apply, not at all there are', () => {
    const platform = realGpp()
    platform.start()
    platform.set({ usnat: { SaleOptOut: 2, SharingOptOut: 2, TargetedAdvertisingOptOut: 2 }, usca: { SaleOptOut: 1, SharingOptOut: 1 } }, [7])
    expect(visit(gpp()).approved()).toEqual(everything)
  })

  it('decides when the signal is ready again, not on each step before', () => {
    const platform = realGpp()
    platform.load(['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut'])
    const { completions, approved } = visit(gpp())
    platform.choose([])
    expect(completions).toHaveLength(1)
    expect(approved()).toEqual(others)
  })

  it('hears a library that takes over from a stub', async () => {
    stubGpp()
    const { optIn } = visit(gpp())
    const platform = realGpp()
    platform.start()
    expect(optIn.status).toBe('pending')
    platform.choose([])
    await until(() => optIn.isComplete)
    expect(optIn.isApproved('aam')).toBe(false)
  })

  it.each([
    ['approve', 'complete', everything],
    ['ignore', 'pending', []],
  ] as const)('where no law applies, and it is to %s, is %s', (whenNotApplicable, status, categories) => {
    const platform = realGpp()
    platform.start()
    platform.set({}, [-1])
    const { optIn, approved } = visit(gpp({ whenNotApplicable }))
    expect(optIn.status).toBe(status)
    expect(approved()).toEqual(categories)
  })

  it('unsubscribes', () => {
    const platform = realGpp()
    platform.load([])
    const { optIn } = visit(gpp())
    const removed: unknown[] = []
    const api = page.__gpp as (...values: unknown[]) => unknown
    page.__gpp = (command: string, answer: Answer, parameter: unknown) =>
      api(command, (event: unknown, success: boolean) => {
        if (command === 'removeEventListener') removed.push((event as { data: unknown }).data)
        answer(event, success)
      }, parameter)
    optIn.destroy()
    expect(removed).toEqual([true])
  })
})

describe('gpp and what a platform may say', () => {
  it.each([
    ['before the signal is ready', { ...national({ SaleOptOut: 2 }), signalStatus: 'not ready' }],
    ['where only Europe’s section applies, which is for tcf', { signalStatus: 'ready', applicableSections: [2], parsedSections: { tcfeuv2: {} } }],
    ['where no section is known to apply', { signalStatus: 'ready', applicableSections: [], parsedSections: {} }],
    ['where the section that applies is not there', { signalStatus: 'ready', applicableSections: [7], parsedSections: {} }],
  ])('stays pending %s', (_when, pingData) => {
    bareGpp(pingData)
    const { optIn, errors } = visit(gpp())
    expect(optIn.status).toBe('pending')
    expect(errors).toEqual([])
  })

  it('reads a section also as the list of segments that the specification has', () => {
    bareGpp({ signalStatus: 'ready', applicableSections: [7], parsedSections: { usnat: [{ SaleOptOut: 2 }, { Gpc: true }] } })
    expect(visit(gpp()).approved()).toEqual(others)
  })

  it.each([
    ['an answer', { SaleOptOut: 'no' }],
    ['one of two answers', [{ SaleOptOut: 2 }, { SaleOptOut: 'no' }]],
  ])('leaves undecided where %s is neither an opt-out nor none', (_what, fields) => {
    bareGpp(national(fields as never))
    expect(visit(gpp({ map: { SaleOptOut: 'aam' } })).optIn.status).toBe('pending')
  })

  it.each([{ SaleOptOut: 1 }, { Gpc: true }])('denies by %j what was approved before', (fields) => {
    bareGpp(national(fields))
    expect(visit(gpp(), { preOptInApprovals: { aam: true, adcloud: true } }).approved()).toEqual(others)
  })
})

it('refuses a wrong whenNotApplicable', () => {
  expect(() => gpp({ whenNotApplicable: 'deny' as never })).toThrow(
    expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining('gpp.whenNotApplicable') }),
  )
})
