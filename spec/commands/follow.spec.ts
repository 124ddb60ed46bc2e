import { follow } from '../../lib/commands/follow.js'
import type { AskedOptIn } from '../../lib/commands/types.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { AnyOptIn } from '../../lib/types.js'
import { ecidOptIn } from '../fakes/ecidOptIn.js'

const ours = (config = {}) => createOptIn({ doesOptInApply: true, ...config }) as unknown as AnyOptIn
const following = (optIn: unknown) => {
  let heard = 0
  const [mayRun, leave] = follow(optIn as AskedOptIn, () => void (heard += 1))
  return { mayRun: () => mayRun(['aa']), leave, heard: () => heard }
}

describe('whether something may run', () => {
  it.each<[string, (optIn: AnyOptIn) => unknown, boolean | undefined]>([
    ['is open before a choice', () => {}, undefined],
    ['is so after an approval', (optIn) => optIn.approve('aa'), true],
    ['is not after a denial', (optIn) => optIn.deny('aa'), false],
    ['is not after a choice that left it out', (optIn) => optIn.approve('target'), false],
    ['is open while the first choice is collected', (optIn) => optIn.approve('aa', true), undefined],
    ['is what it was while a later one is collected', (optIn) => optIn.deny('aa').approve('aa', true), false],
    ['is open again after a reset', (optIn) => optIn.deny('aa').reset(), undefined],
    ['is open, though a source denies for good before the visitor chose', (optIn) => optIn.decide({ aa: false }, { standing: true, source: 'gpc' } as never), undefined],
  ])('%s', (_, act, expected) => {
    const optIn = ours()
    const { mayRun } = following(optIn)
    act(optIn)
    expect(mayRun()).toBe(expected)
  })

  it.each<[string, Record<string, unknown>, boolean]>([
    ['pre-approved', { preOptInApprovals: { aa: true } }, true],
    ['decided earlier', { previousPermissions: { aa: false } }, false],
    ['no matter of opt-in', { doesOptInApply: false }, true],
  ])('is known from the start where it is %s', (_, config, expected) => expect(following(ours(config)).mayRun()).toBe(expected))

  it('is known of Adobe’s own object too, which has one event only', () => {
    const optIn = ecidOptIn()
    const { mayRun, heard } = following(optIn)
    expect(mayRun()).toBeUndefined()
    optIn.approve('aa', true)
    expect([mayRun(), heard()]).toEqual([undefined, 0])
    optIn.complete()
    expect([mayRun(), heard()]).toEqual([true, 1])
    optIn.denyAll()
    expect([mayRun(), heard()]).toEqual([false, 2])
  })
})

it.each([['ours', ours], ['Adobe’s own', ecidOptIn]])('after it left an object, %s, it hears nothing and lets nothing run', (_, create) => {
  const optIn = create() as AnyOptIn
  const { mayRun, leave, heard } = following(optIn)
  optIn.approve('aa')
  leave()
  const before = heard()
  optIn.deny('aa')
  optIn.approve('aa')
  expect([mayRun(), heard()]).toEqual([false, before])
})
