import { Categories } from '../../lib/core/categories.js'
import { createCall } from '../../lib/core/createCall.js'
import { createReader } from '../../lib/core/createReader.js'
import { readKnown } from '../../lib/core/readKnown.js'

const read = (settings: unknown) => {
  const leftOut: Record<string, readonly string[]> = {}
  const report = jest.fn()
  return { ...readKnown(createReader(settings), createCall(report), (name, keys) => (leftOut[name] = keys)), leftOut, report }
}
const broken = () => {
  throw new Error('broken')
}

describe('what is known of the decision', () => {
  it('is the very list of Adobe’s categories, where there are no others', () => {
    expect(read({}).categories).toBe(Categories)
    expect(read({ categories: { CHAT: 'chat' } }).categories).toEqual({ ...Categories, CHAT: 'chat' })
    expect(read({ categories: { CHAT: 'chat' } }).index('CHAT')).toBe('chat')
  })

  it('says that opt-in applies when nobody can tell', () => {
    const { doesOptInApply, report } = read({ doesOptInApply: broken })
    expect([doesOptInApply, report.mock.calls]).toEqual([true, [[new Error('broken')]]])
    expect(read({ doesOptInApply: () => null }).doesOptInApply).toBe(true)
    expect(read({ doesOptInApply: () => '' }).doesOptInApply).toBe(false)
  })

  it('asks a function once, and only for what it was asked', () => {
    const doesOptInApply = jest.fn(() => false)
    const preOptInApprovals = jest.fn(() => ({ aa: true }))
    const known = read({ doesOptInApply, preOptInApprovals })
    expect(doesOptInApply).toHaveBeenCalledTimes(1)
    expect(preOptInApprovals).not.toHaveBeenCalled()
    expect(known).toMatchObject({ doesOptInApply: false, preOptInApprovals: {} })
  })

  it.each([
    ['a list', []],
    ['a text that is none', 'aa'],
    ['a number', 5],
    ['a promise', Promise.resolve({ aa: true })],
    ['the promise of a function', async () => ({ aa: true })],
    ['the false of a function', () => false],
  ])('leaves out a map that is %s, and tells so', (_, map) => {
    const { previousPermissions, leftOut } = read({ previousPermissions: map })
    expect(previousPermissions).toEqual({})
    expect(leftOut).toEqual({ previousPermissions: ['all of it'] })
  })

  it('leaves out what an earlier permission cannot be, and names it', () => {
    const { previousPermissions, leftOut } = read({ previousPermissions: () => ({ aa: true, AAM: 'false', nonsense: true, target: 1 }) })
    expect(previousPermissions).toEqual({ aa: true, aam: false })
    expect(leftOut).toEqual({ previousPermissions: ['nonsense', 'target'] })
  })

  it('goes on without earlier permissions when their function throws', () => {
    const { previousPermissions, report } = read({ previousPermissions: broken })
    expect([previousPermissions, report.mock.calls.length]).toEqual([{}, 1])
  })
})
