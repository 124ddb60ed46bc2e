import { usPrivacy } from '../../lib/adapters/usPrivacy.js'
import { page } from '../fakes/platform.js'
import { fakeUsPrivacy } from '../fakes/usPrivacy.js'
import { leave, visit } from '../fakes/visit.js'

type Answer = (data: unknown, success: boolean) => void
const say = (uspString: unknown, success = true) => {
  page.__uspapi = (_command: string, _version: number, answer: Answer) => answer({ version: 1, uspString }, success)
}

afterEach(() => {
  leave()
  delete page.__uspapi
  jest.useRealTimers()
})

describe('usPrivacy', () => {
  it.each([
    ['1YNN', 'complete', ['aam', 'adcloud', 'ecid']],
    ['1ynn', 'complete', ['aam', 'adcloud', 'ecid']],
    ['1NN-', 'complete', ['aam', 'adcloud', 'ecid']],
    ['1---', 'complete', ['aam', 'adcloud', 'ecid']],
    ['1YYN', 'complete', []],
    ['1yyn', 'complete', []],
    ['1Y-N', 'pending', []],
    ['', 'pending', []],
    [undefined, 'pending', []],
    [null, 'pending', []],
    [{}, 'pending', []],
  ])('takes %j: %s, approved %j', (text, status, categories) => {
    say(text)
    const { optIn, approved, errors } = visit(usPrivacy())
    expect(optIn.status).toBe(status)
    expect(approved()).toEqual(categories)
    expect(errors).toEqual([])
  })

  it('decides nothing by an id it does not have', () => {
    say('1YNN')
    expect(visit(usPrivacy({ map: { share: 'aam' } })).optIn.status).toBe('pending')
  })

  it('takes nothing that comes without success', () => {
    say('1YNN', false)
    expect(visit(usPrivacy()).optIn.status).toBe('pending')
  })

  it('hears a change by a slow clock, as there is no event', () => {
    jest.useFakeTimers()
    say('1YNN')
    const { optIn } = visit(usPrivacy())
    say('1YYN')
    jest.advanceTimersByTime(6_000)
    expect(optIn.isApproved('aam')).toBe(false)
  })

  it('hears a change at once when the page is seen again', () => {
    const platform = fakeUsPrivacy()
    platform.load(['sale'])
    const { optIn } = visit(usPrivacy())
    platform.choose([])
    expect(optIn.isApproved('aam')).toBe(false)
  })

  it('does not take back what the page forgot, while the platform says nothing new', () => {
    jest.useFakeTimers()
    say('1YNN')
    const { optIn } = visit(usPrivacy())
    optIn.reset()
    jest.advanceTimersByTime(60_000)
    expect(optIn.status).toBe('pending')
  })

  it('asks no more after destroy()', () => {
    jest.useFakeTimers()
    say('1YNN')
    visit(usPrivacy()).optIn.destroy()
    const asked = jest.fn()
    page.__uspapi = asked
    jest.advanceTimersByTime(60_000)
    expect(asked).not.toHaveBeenCalled()
    expect(jest.getTimerCount()).toBe(0)
  })
})
