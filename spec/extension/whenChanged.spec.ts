import type * as WhenChanged from '../../lib/extension/whenChanged.js'
import { adobesOwn, load, openLibrary } from './openLibrary.js'

beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => {}))

const open = (isWanted: (permission: boolean) => boolean, settings: object, page: Parameters<typeof openLibrary>[1] = {}) => {
  const library = openLibrary({ doesOptInApply: true }, page)
  const { whenChanged } = load<typeof WhenChanged>('whenChanged')
  const trigger = jest.fn()
  whenChanged(isWanted)(settings as Record<string, unknown>, trigger)
  return { ...library, trigger }
}

it('fires once for a decision on several of its categories', () => {
  const { optIn, trigger } = open(() => true, { categories: ['aa', 'target'] })
  optIn.decide({ aa: true, target: true, ecid: true })
  expect(trigger).toHaveBeenCalledTimes(1)
  expect(trigger.mock.calls[0][0].detail).toMatchObject({ changed: ['aa', 'ecid', 'target'], source: 'page', status: 'complete' })
})

it('stays silent for other categories, and for a value that is not wanted', () => {
  const { optIn, trigger } = open((permission) => !permission, { categories: ['aa'] })
  optIn.approve(['aa', 'target'])
  optIn.deny('target')
  expect(trigger).not.toHaveBeenCalled()
  optIn.deny('aa')
  expect(trigger).toHaveBeenCalledTimes(1)
})

it.each([
  ['ours', {}],
  ['Adobe’s own', { there: adobesOwn() }],
])('stays silent for a decision that changes nothing, with %s', (_title, page) => {
  const { optIn, trigger } = open(() => true, {}, page)
  optIn.deny('aa')
  expect(trigger).not.toHaveBeenCalled()
  optIn.approve('aa')
  optIn.approve('aa')
  expect(trigger).toHaveBeenCalledTimes(1)
})

it('logs a category nobody knows and listens to nothing', () => {
  const { optIn, trigger, errors } = open(() => true, { categories: ['nonsense'] })
  optIn.approveAll()
  expect(trigger).not.toHaveBeenCalled()
  expect(errors).toEqual([expect.stringContaining('it got ["nonsense"]')])
})
