import type * as WhenChanged from '../../lib/extension/whenChanged.js'
import { load, openLibrary } from './openLibrary.js'

const open = (isWanted: (permission: boolean) => boolean, settings: object) => {
  const library = openLibrary()
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

it('logs a category nobody knows and listens to nothing', () => {
  const { optIn, trigger, errors } = open(() => true, { categories: ['nonsense'] })
  optIn.approveAll()
  expect(trigger).not.toHaveBeenCalled()
  expect(errors).toEqual([expect.stringContaining('it got ["nonsense"]')])
})
