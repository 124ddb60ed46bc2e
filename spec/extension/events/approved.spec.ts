import { openLibrary } from '../openLibrary.js'

it('fires when a chosen category becomes approved, and not when it becomes denied', () => {
  const { listen, optIn } = openLibrary()
  const heard = listen('events/approved', { categories: ['aa'] })
  optIn.approve('aa')
  optIn.deny('aa')
  optIn.approve('target')
  optIn.deny('target')
  expect(heard.map(({ detail }) => detail['permissions'])).toEqual([expect.objectContaining({ aa: true })])
})

it('understands one category, by name', () => {
  const { listen, optIn } = openLibrary()
  const heard = listen('events/approved', { category: 'ANALYTICS' })
  optIn.approveAll()
  optIn.denyAll()
  expect(heard).toHaveLength(1)
})
