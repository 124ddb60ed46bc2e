import type * as WithOptIn from '../../lib/extension/withOptIn.js'
import { load, openLibrary } from './openLibrary.js'

it('gives the module the page’s OptIn, its settings and what the engine gave', () => {
  const { optIn } = openLibrary()
  const logic = jest.fn(() => 'answer')
  expect(load<typeof WithOptIn>('withOptIn').withOptIn(logic)({ a: 1 }, 'event')).toBe('answer')
  expect(logic).toHaveBeenCalledWith(optIn, { a: 1 }, 'event')
})

it('gives empty settings where the engine has none', () => {
  const { optIn } = openLibrary()
  const logic = jest.fn()
  load<typeof WithOptIn>('withOptIn').withOptIn(logic)(undefined, 1)
  expect(logic).toHaveBeenCalledWith(optIn, {}, 1)
})

it('logs what throws, with what to do, and answers nothing', () => {
  const { errors } = openLibrary({ categories: { CHAT: 'chat' } })
  const broken = load<typeof WithOptIn>('withOptIn').withOptIn(() => {
    throw Error('It broke.')
  })
  expect(broken({ category: 'nonsense' }, 1)).toBeUndefined()
  expect(errors).toEqual([
    'It broke. Nothing was done: correct the settings {"category":"nonsense"} of this rule or data element. The categories are aam,adcloud,aa,campaign,ecid,livefyre,target,mediaaa,chat.',
  ])
})
