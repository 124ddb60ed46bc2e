import { addCategories, Categories } from '../../lib/core/categories.js'
import { resolveState, statusOf } from '../../lib/core/resolveState.js'

const known = { categories: Categories, doesOptInApply: true, preOptInApprovals: {}, previousPermissions: {} }
const approved = (state: ReturnType<typeof resolveState>) => Object.keys(state.permissions).filter((one) => state.permissions[one])
const all = Object.values(Categories)

describe('what is known at the start', () => {
  it.each([
    ['nothing: all denied', known, undefined, [], 'pending'],
    ['pre-opt-in approvals', { ...known, preOptInApprovals: { aa: true, target: false } }, undefined, ['aa'], 'pending'],
    ['earlier permissions over them', { ...known, preOptInApprovals: { aa: true, target: true }, previousPermissions: { aa: false } }, undefined, ['target'], 'complete'],
    ['a stored decision over these', { ...known, previousPermissions: { aa: true, ecid: true } }, { aa: false, aam: true }, ['aam', 'ecid'], 'complete'],
    ['a stored refusal', known, { aa: false }, [], 'complete'],
    ['that opt-in does not apply: all approved', { ...known, doesOptInApply: false }, undefined, all, 'pending'],
    ['that it does not apply, whatever was decided earlier', { ...known, doesOptInApply: false, previousPermissions: { aa: false }, preOptInApprovals: { aam: false } }, undefined, all, 'complete'],
    ['that it does not apply, and a stored no', { ...known, doesOptInApply: false }, { aa: false }, all.filter((one) => one !== 'aa'), 'complete'],
  ])('gives %s', (_, given, stored, permissions, status) => {
    const state = resolveState(given, stored)
    expect([approved(state), statusOf(state)]).toEqual([permissions, status])
    expect(Object.isFrozen(state.permissions)).toBe(true)
  })

  it('covers categories of one’s own', () => {
    expect(resolveState({ ...known, categories: addCategories({ CHAT: 'chat' }) }).permissions).toHaveProperty('chat', false)
  })
})
