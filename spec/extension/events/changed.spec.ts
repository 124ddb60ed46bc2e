import { adobesOwn, openLibrary } from '../openLibrary.js'

jest.spyOn(console, 'warn').mockImplementation(() => {})

it('fires once for each change of a permission, and for nothing else', () => {
  const { listen, optIn } = openLibrary()
  const heard = listen('events/changed')
  optIn.denyAll()
  optIn.decide({ aa: true, target: true })
  optIn.approve('aa')
  expect(heard.map(({ detail }) => detail['changed'])).toEqual([['aa', 'target']])
})

it('fires for the chosen categories only', () => {
  const { listen, optIn } = openLibrary()
  const heard = listen('events/changed', { categories: ['target'] })
  optIn.approve('aa')
  expect(heard).toEqual([])
  optIn.approve('target')
  optIn.deny('target')
  expect(heard).toHaveLength(2)
})

it('fires with Adobe’s own object too', () => {
  const { listen, optIn } = openLibrary({}, { there: adobesOwn() })
  const heard = listen('events/changed', { categories: ['aa'] })
  optIn.approve('target')
  optIn.approve('aa')
  expect(heard.map(({ detail }) => detail['changed'])).toEqual([['aa']])
})
