import type { OptInStorage, StoredDecision } from '../../lib/types.js'
import { createOptIn } from '../../lib/createOptIn.js'

const start = (storage: OptInStorage, config = {}) => {
  const errors: unknown[] = []
  return { optIn: createOptIn({ doesOptInApply: true, storage, onError: (error) => errors.push(error), ...config }), errors }
}
const memory = (kept?: StoredDecision) => ({ load: () => kept, save: jest.fn() })
const settled = () => new Promise((resolve) => setTimeout(resolve))
const down = (): never => {
  throw new Error('down')
}

describe('a storage of the site’s own', () => {
  it('is read at once when it answers at once, and is given what is decided', () => {
    const storage = memory({ permissions: { aa: true, nonsense: true, target: 'yes' as never } })
    const { optIn } = start(storage)
    expect([optIn.status, optIn.isApproved('aa'), optIn.isApproved('target')]).toEqual(['complete', true, false])
    optIn.deny('aa')
    expect(storage.save.mock.calls).toStrictEqual([[{ permissions: optIn.permissions }]])
    expect(document.cookie).toBe('')
  })

  it('leaves the opt-in pending until a promise of it answers', async () => {
    const { optIn } = start({ load: () => Promise.resolve({ permissions: { aa: true } }), save: () => {} })
    const heard = jest.fn()
    optIn.fetchPermissions(heard)
    expect([optIn.status, heard.mock.calls.length]).toEqual(['pending', 0])
    await settled()
    expect([optIn.status, optIn.isApproved('aa'), heard.mock.calls.length]).toEqual(['complete', true, 1])
  })

  it('comes under what was decided while it was asked', async () => {
    const { optIn } = start({ load: () => Promise.resolve({ permissions: { aa: true, ecid: true } }), save: () => {} })
    optIn.deny('aa')
    await settled()
    expect([optIn.isApproved('aa'), optIn.isApproved('ecid')]).toEqual([false, true])
  })

  it.each<[string, OptInStorage]>([
    ['throws', { load: down, save: () => {} }],
    ['rejects', { load: () => Promise.reject(new Error('down')), save: () => {} }],
  ])('that %s is reported, and the page goes on', async (_, storage) => {
    const { optIn, errors } = start(storage)
    await settled()
    expect([optIn.status, errors]).toEqual(['pending', [expect.objectContaining({ code: 'storage-failed', cause: new Error('down') })]])
    optIn.approve('aa')
    expect(optIn.isApproved('aa')).toBe(true)
  })

  it.each<[string, OptInStorage]>([
    ['throws', { load: () => undefined, save: down }],
    ['rejects', { load: () => undefined, save: () => Promise.reject(new Error('down')) }],
  ])('that %s when it should save is reported', async (_, storage) => {
    const { optIn, errors } = start(storage)
    optIn.approve('aa')
    await settled()
    expect([optIn.isApproved('aa'), errors]).toEqual([true, [expect.objectContaining({ code: 'storage-failed' })]])
  })

  it('that fails again and again is reported once', async () => {
    const { optIn, errors } = start({ load: down, save: () => Promise.reject(new Error('down')) })
    optIn.approve('aa').deny('aa')
    await settled()
    expect(errors).toEqual([expect.objectContaining({ code: 'storage-failed', message: expect.stringMatching(/site's own storage failed.*this page only/) })])
  })

  it('that never answers holds nothing up', () => {
    const { optIn } = start({ load: () => new Promise(() => {}), save: () => new Promise(() => {}) })
    optIn.approve('aa')
    expect(optIn.isComplete).toBe(true)
  })

  it.each([undefined, {}, { permissions: {} }, { permissions: ['aa'] }, 'aa', { permissions: { aa: true }, policyVersion: '1' }, { permissions: { aa: true } }])(
    'that answers %p made no decision under this policy',
    (kept) => {
      expect(start(memory(kept as StoredDecision), { policyVersion: '2' }).optIn.status).toBe('pending')
    },
  )

  it('keeps the policy version, and is told to forget', () => {
    const storage = memory({ permissions: { aa: true }, policyVersion: '2' })
    const { optIn } = start(storage, { policyVersion: '2' })
    expect(optIn.isApproved('aa')).toBe(true)
    optIn.deny('aa').reset()
    expect(storage.save.mock.calls).toEqual([[{ permissions: expect.objectContaining({ aa: false }), policyVersion: '2' }], [undefined]])
  })

  it('keeps no plugin data, and is there instead of the cookie, not beside it', () => {
    const storage = memory()
    const { optIn } = start(storage, { isOptInStorageEnabled: true })
    optIn.memoizeContent({ note: 1 })
    expect([optIn.getMemoizedContent('note'), storage.save.mock.calls, document.cookie]).toEqual([undefined, [], ''])
  })
})
