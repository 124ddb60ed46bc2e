import { openLibrary } from '../openLibrary.js'

const decidedBefore = { doesOptInApply: true, previousPermissions: { aa: true } }

it('fires at every completion, with the permissions', () => {
  const { listen, optIn } = openLibrary()
  const heard = listen('events/complete')
  optIn.approve('aa', true)
  expect(heard).toEqual([])
  optIn.complete()
  optIn.approve('aa')
  expect(heard.map(({ detail }) => detail)).toEqual([
    { permissions: expect.objectContaining({ aa: true, target: false }), status: 'complete' },
    { permissions: expect.objectContaining({ aa: true, target: false }), status: 'complete' },
  ])
})

it('fires at the start where the visitor decided earlier', () => {
  const { listen, optIn } = openLibrary(decidedBefore)
  expect([optIn.status, listen('events/complete').length]).toEqual(['complete', 1])
})

it('does not, when it was turned off', () => {
  const { listen, optIn } = openLibrary(decidedBefore)
  const heard = listen('events/complete', { ignoreEarlier: 'true' })
  expect(heard).toEqual([])
  optIn.denyAll()
  expect(heard).toHaveLength(1)
})
