import { createOptIn } from '../../lib/createOptIn.js'

const pending = Symbol('pending')
const outcome = async (promise: Promise<void>) =>
  Promise.race([promise.then(() => 'approved', (reason: { code?: string }) => reason?.code ?? reason), new Promise((resolve) => setTimeout(resolve, 0, pending))])
const start = (config = {}) => createOptIn({ doesOptInApply: true, ...config })

describe('a promise of approval', () => {
  it('is open while undecided, in a staged round too, and resolves with the approval', async () => {
    const optIn = start()
    const promise = optIn.whenApproved(['aa', 'ecid'])
    optIn.approve(['aa', 'ecid'], true)
    expect(await outcome(promise)).toBe(pending)
    optIn.complete()
    expect(await outcome(promise)).toBe('approved')
  })

  it.each([
    ['approved already', { doesOptInApply: false }, 'aa', 'approved'],
    ['pre-approved', { preOptInApprovals: { aa: true } }, 'ANALYTICS', 'approved'],
    ['denied earlier', { previousPermissions: { aa: false } }, 'aa', 'declined'],
    ['not said earlier, when something was', { previousPermissions: { target: true } }, 'aa', 'declined'],
  ] as const)('is settled at once for what is %s', async (_, config, category, expected) => {
    expect(await outcome(start(config).whenApproved(category))).toBe(expected)
  })

  it('is rejected by the decision that denies one', async () => {
    const optIn = start()
    const promise = optIn.whenApproved(['aa', 'target', 'ecid'])
    optIn.approve('aa')
    await expect(promise).rejects.toMatchObject({ code: 'declined', message: expect.stringContaining('declined target, ecid: go on') })
  })

  it.each([[undefined], [null], [[]], ['' as 'aa']])('means every category when %j is given', async (none) => {
    const optIn = start()
    const promise = optIn.whenApproved(none)
    optIn.approveAll()
    expect(await outcome(promise)).toBe('approved')
  })

  it('is rejected, not thrown, for what is no category', async () => {
    expect(await outcome(start().whenApproved('nope' as 'aa'))).toBe('invalid-category')
  })

  it('is rejected with the reason of the signal', async () => {
    const optIn = start()
    const aborting = new AbortController()
    const promise = optIn.whenApproved('aa', { signal: aborting.signal })
    aborting.abort('my reason')
    expect(await outcome(promise)).toBe('my reason')
    expect(await outcome(optIn.whenApproved('aa', { signal: AbortSignal.abort('before') }))).toBe('before')
    optIn.approve('aa')
    expect(await outcome(optIn.whenApproved('aa', { signal: AbortSignal.abort('first') }))).toBe('first')
  })

  it('asks its signal no more once it is settled, and lets it go', async () => {
    const optIn = start()
    const { signal } = new AbortController()
    const asked = jest.spyOn(signal, 'aborted', 'get')
    const [add, remove] = [jest.spyOn(signal, 'addEventListener'), jest.spyOn(signal, 'removeEventListener')]
    const promise = optIn.whenApproved('aa', { signal })
    optIn.approve('aa')
    await promise
    const times = asked.mock.calls.length
    optIn.deny('aa')
    expect(asked).toHaveBeenCalledTimes(times)
    expect(remove.mock.calls).toEqual(add.mock.calls)
  })

  it('is rejected after destroy', async () => {
    const optIn = start()
    const before = optIn.whenApproved('aa')
    optIn.destroy()
    expect([await outcome(before), await outcome(optIn.whenApproved('aa'))]).toEqual(['destroyed', 'destroyed'])
  })

  it('stays open over a reset', async () => {
    const optIn = start()
    optIn.approve('target').reset()
    const promise = optIn.whenApproved('aa')
    expect(await outcome(promise)).toBe(pending)
    optIn.approve('aa')
    expect(await outcome(promise)).toBe('approved')
  })
})
