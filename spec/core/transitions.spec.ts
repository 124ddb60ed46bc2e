import fc from 'fast-check'
import type { DecideOptions } from '../../lib/types.js'
import { Categories } from '../../lib/core/categories.js'
import type { Permitted } from '../../lib/core/permissionCodec.js'
import { resolveState, statusOf } from '../../lib/core/resolveState.js'
import { adopt, changesBetween, decide, endTurn } from '../../lib/core/transitions.js'

const start = resolveState({ categories: Categories, doesOptInApply: true, preOptInApprovals: {}, previousPermissions: {} })
const approved = (state: { permissions: Permitted }) => Object.keys(state.permissions).filter((one) => state.permissions[one])
type Turn = 'turn'
type Saying = readonly [Permitted, DecideOptions?]
const play = (...sayings: readonly (Saying | Turn)[]) =>
  sayings.reduce((state, one) => (one === 'turn' ? endTurn(state) : decide(state, ...(one as [Permitted, DecideOptions?]))), start)

const cmp = { source: 'cmp' }
const other = { source: 'other' }
const gpc = { source: 'gpc', standing: true }

describe('who wins, when several speak', () => {
  it.each<[string, readonly (Saying | Turn)[], boolean]>([
    ['the page', [[{ aam: true }]], true],
    ['the page, which changes its mind', [[{ aam: false }], [{ aam: true }]], true],
    ['the newest platform', [[{ aam: false }, cmp], 'turn', [{ aam: true }, other]], true],
    ['a denial in the same turn, when it comes first', [[{ aam: false }, cmp], [{ aam: true }, other]], false],
    ['a denial in the same turn, when it comes last', [[{ aam: true }, cmp], [{ aam: false }, other]], false],
    ['the last word of one platform in a turn', [[{ aam: false }, cmp], [{ aam: true }, cmp]], true],
    ['the other platform, when one takes its denial back in a turn', [[{ aam: false }, cmp], [{ aam: false }, other], [{ aam: true }, cmp]], false],
    ['the page’s denial over a platform in the same turn', [[{ aam: false }], [{ aam: true }, cmp]], false],
    ['a platform over the page’s denial, a turn later', [[{ aam: false }], 'turn', [{ aam: true }, cmp]], true],
    ['the page’s approval over a platform in the same turn', [[{ aam: false }, cmp], [{ aam: true }]], true],
    ['a platform that follows an approval of the page in the same turn', [[{ aam: false }, cmp], [{ aam: true }], [{ aam: true }, other]], true],
    ['a standing denial over a platform, later too', [[{ aam: false }, gpc], 'turn', [{ aam: true }, cmp]], false],
    ['a standing denial over an approval before it', [[{ aam: true }, cmp], 'turn', [{ aam: false }, gpc]], false],
    ['the page over a standing denial', [[{ aam: false }, gpc], [{ aam: true }]], true],
    ['a platform, once the page approved against a standing denial', [[{ aam: false }, gpc], [{ aam: true }], 'turn', [{ aam: true }, cmp]], true],
    ['a standing denial of the page over a platform, later too', [[{ aam: false }, { standing: true }], 'turn', [{ aam: true }, cmp]], false],
    ['a standing denial, which a denial of the page does not end', [[{ aam: false }, gpc], [{ aam: false }], 'turn', [{ aam: true }, cmp]], false],
    ['the newest platform, once the page approved against a standing denial', [[{ aam: false }, gpc], [{ aam: true }], 'turn', [{ aam: false }, cmp], 'turn', [{ aam: true }, cmp]], true],
    ['a denial in the same turn, of a platform that said more since', [[{ aam: false }, cmp], [{ aa: true }, cmp], [{ aam: true }, other]], false],
    ['an approval that is said to stand, over nothing', [[{ aam: true }, gpc]], true],
  ])('is %s', (_, sayings, permission) => {
    expect(play(...sayings).permissions['aam']).toBe(permission)
  })

  it('leaves the status alone when a denial stands', () => {
    expect(statusOf(play([{ aam: false }, gpc]))).toBe('pending')
    expect(statusOf(play([{ aa: true }], [{ aam: false }, gpc]))).toBe('complete')
    expect(statusOf(play([{ aam: false }, { standing: true }]))).toBe('pending')
    expect(approved(play([{ aa: true }, { wait: true }], [{ aam: false }, { standing: true }]))).toEqual([])
  })
})

describe('a staged round', () => {
  it('shows nothing until it ends', () => {
    const staged = play([{ aa: true }, { wait: true }])
    expect([approved(staged), statusOf(staged)]).toEqual([[], 'changed'])
    expect(approved(decide(staged, {}))).toEqual(['aa'])
  })

  it('shows nothing in a later round either', () => {
    const staged = play([{ aa: true }], [{ target: true }, { wait: true }])
    expect([approved(staged), statusOf(staged)]).toEqual([['aa'], 'changed'])
  })

  it('is ended by a plain decision of the page, whose word is the last', () => {
    const ended = play([{ aa: true, target: true }, { wait: true }], [{ target: false }])
    expect([approved(ended), statusOf(ended)]).toEqual([['aa'], 'complete'])
  })

  it('is not ended by anybody else, who decides beside it', () => {
    const beside = play([{ aa: true }, { wait: true }], [{ target: true }, cmp])
    expect([approved(beside), statusOf(beside), beside.isDecided]).toEqual([['target'], 'changed', true])
    expect(approved(decide(beside, {}))).toEqual(['aa', 'target'])
  })
})

describe('a state that storage tells', () => {
  const told = (stored: Permitted) => resolveState({ categories: Categories, doesOptInApply: true, preOptInApprovals: {}, previousPermissions: {} }, stored)

  it('lies under what was decided since', () => {
    const state = play([{ aa: true, target: false }])
    expect(approved(adopt(state, told({ target: true, ecid: true }), state.since))).toEqual(['aa', 'ecid'])
  })

  it('leaves standing denials and the open round of the page', () => {
    const state = play([{ aam: false }, gpc], [{ aa: true }, { wait: true }])
    const after = adopt(state, told({ aam: true, target: true }), {})
    expect([approved(after), statusOf(after)]).toEqual([['target'], 'changed'])
  })

  it('is the same state when it says the same', () => {
    const state = play([{ aa: true }])
    expect(changesBetween(state, adopt(state, told({ aa: true }), {}))).toBeUndefined()
  })
})

describe('changes', () => {
  it.each<[string, readonly (Saying | Turn)[], readonly string[] | undefined]>([
    ['nothing, for the same decision again', [[{ aa: true }]], undefined],
    ['nothing, for staging', [[{ target: true }, { wait: true }]], undefined],
    ['the categories, in their order', [[{ target: true, aam: true, aa: false }]], ['aam', 'aa', 'target']],
  ])('tell %s', (_, sayings, changed) => {
    const before = play([{ aa: true }])
    const after = sayings.reduce((state, one) => decide(state, ...(one as [Permitted, DecideOptions?])), before)
    expect(changesBetween(before, after)).toEqual(changed)
  })

  it('tell that a decision became complete, though nothing else changed', () => {
    expect(changesBetween(start, play([{ aa: false }]))).toEqual([])
  })

  it('give a new frozen snapshot for each, and the same object in between', () => {
    const before = play([{ aa: true }])
    expect(decide(before, { aa: true }).permissions).toBe(before.permissions)
    const after = decide(before, { aa: false })
    expect(after.permissions).not.toBe(before.permissions)
    expect(Object.isFrozen(after.permissions)).toBe(true)
  })
})

describe('any sequence of decisions', () => {
  const decision = fc.dictionary(fc.constantFrom(...Object.values(Categories)), fc.boolean())
  const options = fc.record({ source: fc.constantFrom('page', 'cmp', 'other'), wait: fc.boolean(), standing: fc.boolean() }, { requiredKeys: ['source'] })

  it('never approves what nobody approved, and changes nothing by hand', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(decision, options), { maxLength: 30 }), (sayings) => {
        const frozen = JSON.stringify(start)
        const ever = new Set(sayings.flatMap(([said]) => Object.keys(said).filter((one) => said[one])))
        const end = play(...sayings)
        expect(approved(end).every((one) => ever.has(one))).toBe(true)
        expect(Object.keys(end.permissions)).toEqual(Object.values(Categories))
        expect(JSON.stringify(start)).toBe(frozen)
      }),
    )
  })

  it('ends with what the page said last', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(decision, options), { maxLength: 20 }), decision, (sayings, last) => {
        expect(play(...sayings, [last]).permissions).toMatchObject(last)
      }),
    )
  })
})
