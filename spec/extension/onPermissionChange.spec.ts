import { createOptIn } from '../../lib/createOptIn.js'
import { onPermissionChange } from '../../lib/extension/onPermissionChange.js'
import type { AnyOptIn, Change } from '../../lib/types.js'
import { adobesOwn } from './openLibrary.js'

const ours = () => createOptIn({ doesOptInApply: true }) as unknown as AnyOptIn

describe.each([
  ['ours', ours],
  ['Adobe’s own', adobesOwn],
])('with %s', (_title, make) => {
  it('tells of each change once', () => {
    const optIn = make()
    const changes: Change[] = []
    onPermissionChange(optIn, (change) => void changes.push(change))
    optIn.approve(['aa', 'target'])
    optIn.deny('aa')
    expect(changes.map(({ changed }) => changed)).toEqual([['aa', 'target'], ['aa']])
    expect(changes[1]).toMatchObject({ status: 'complete', source: 'page' })
    expect(changes.map(({ previous, permissions }) => [previous.aa, permissions.aa])).toEqual([[false, true], [true, false]])
  })

  it('tells of a collected round when it ends', () => {
    const optIn = make()
    const told = jest.fn()
    onPermissionChange(optIn, told)
    optIn.approve('aa', true)
    expect(told).not.toHaveBeenCalled()
    optIn.complete()
    expect(told).toHaveBeenCalledTimes(1)
  })
})

it('tells, with ours, also of what is no completion', () => {
  const optIn = ours().approve('aa')
  const sources: string[] = []
  onPermissionChange(optIn, ({ source }) => void sources.push(source))
  optIn.reset()
  expect(sources).toEqual(['reset'])
})
