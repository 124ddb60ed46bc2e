import { openLibrary } from '../openLibrary.js'

it('fires when a chosen category becomes denied, and not when it becomes approved', () => {
  const { listen, optIn } = openLibrary()
  const heard = listen('events/denied', { categories: ['aa'] })
  optIn.approve('aa')
  optIn.deny('aa')
  optIn.approve('target')
  optIn.deny('target')
  expect(heard.map(({ detail }) => detail['permissions'])).toEqual([expect.objectContaining({ aa: false })])
})

it('understands one category, by name', () => {
  const { listen, optIn } = openLibrary()
  const heard = listen('events/denied', { category: 'ANALYTICS' })
  optIn.approveAll()
  optIn.denyAll()
  expect(heard).toHaveLength(1)
})
