import { custom } from '../../lib/adapters/custom.js'
import { gpc } from '../../lib/adapters/gpc.js'
import type { AnyOptIn, Connector } from '../../lib/types.js'
import { leave, visit } from '../fakes/visit.js'

const signal = (value: unknown) => Object.defineProperty(navigator, 'globalPrivacyControl', { configurable: true, value })
const platform = (answer: boolean): Connector => custom({ read: () => ({ aa: answer, aam: answer, adcloud: answer }) })
const everything = { preOptInApprovals: { aa: true, aam: true, adcloud: true, campaign: true, ecid: true } }

afterEach(() => {
  leave()
  delete (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl
})

describe('gpc', () => {
  it('denies aam and adcloud, and leaves the status as it was', () => {
    signal(true)
    const { optIn, approved } = visit(gpc(), everything)
    expect(approved()).toEqual(['aa', 'campaign', 'ecid'])
    expect(optIn.status).toBe('pending')
  })

  it.each([
    ['campaign', ['aa', 'aam', 'adcloud', 'ecid']],
    [['AAM', 'CAMPAIGN'], ['aa', 'adcloud', 'ecid']],
    [[], ['aa', 'aam', 'adcloud', 'campaign', 'ecid']],
  ] as const)('denies %j where it is told to', (categories, left) => {
    signal(true)
    const { approved, errors } = visit(gpc({ categories }), everything)
    expect(approved()).toEqual(left)
    expect(errors).toEqual([])
  })

  it.each([false, undefined, null, 'true', '1', 1])('does nothing where the signal is %j', (value) => {
    signal(value)
    expect(visit(gpc(), everything).approved()).toEqual(['aa', 'aam', 'adcloud', 'campaign', 'ecid'])
  })

  it('speaks under its name', () => {
    signal(true)
    const sources: string[] = []
    const note = (optIn: AnyOptIn) => void optIn.on('change', ({ source }) => sources.push(source))
    visit(note, { ...everything, adapters: [note, gpc()] })
    expect(sources).toEqual(['gpc'])
  })

  it('never approves anything', () => {
    signal(false)
    const { approved, optIn } = visit(gpc())
    expect(approved()).toEqual([])
    expect(optIn.status).toBe('pending')
  })

  it.each([
    ['before', (other: Connector) => [gpc(), other]],
    ['after', (other: Connector) => [other, gpc()]],
  ])('holds against a platform connected %s it', (_when, order) => {
    signal(true)
    const { optIn, approved } = visit(gpc(), { adapters: order(platform(true)) })
    expect(approved()).toEqual(['aa'])
    expect(optIn.status).toBe('complete')
  })

  it('yields to the page', () => {
    signal(true)
    const { optIn } = visit(gpc())
    optIn.approve('aam')
    expect(optIn.isApproved('aam')).toBe(true)
    expect(optIn.isApproved('adcloud')).toBe(false)
  })

  it('takes categories of one’s own', () => {
    signal(true)
    const { optIn } = visit(gpc({ categories: 'chat' as 'aa' }), { categories: { CHAT: 'chat' }, preOptInApprovals: { chat: true } } as never)
    expect(optIn.isApproved('chat' as 'aa')).toBe(false)
  })

  it.each(['nonsense', ['nonsense'], 5, [null]])('refuses the categories %j', (categories) => {
    expect(() => visit(gpc({ categories: categories as never }))).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining('gpc.categories') }),
    )
  })
})
