import { didomi } from '../../lib/adapters/didomi.js'
import { fakeDidomi } from '../fakes/didomi.js'
import { page } from '../fakes/platform.js'
import { leave, visit } from '../fakes/visit.js'

afterEach(leave)

test.each([
  { chosen: ['analytics'], approved: ['aa', 'ecid', 'mediaaa'] },
  { chosen: ['functional'], approved: ['ecid', 'target'] },
  { chosen: ['marketing'], approved: ['aam', 'adcloud', 'campaign', 'ecid'] },
  { chosen: ['social'], approved: ['ecid', 'livefyre'] },
  { chosen: [], approved: [] },
])('takes the purposes $chosen for $approved', ({ chosen, approved }) => {
  const page = visit(didomi())
  const platform = fakeDidomi()
  platform.load()
  platform.choose(chosen)
  expect(page.approved()).toEqual(approved)
  expect(page.changes.map(({ source }) => source)).toEqual(['didomi'])
})

test('follows purposes of a site of its own', () => {
  fakeDidomi({ ids: ['cookies', 'measure_content_performance'] }).load(['measure_content_performance'])
  const { approved } = visit(didomi({ map: { measure_content_performance: ['aa', 'mediaaa'], cookies: 'target' } }))
  expect(approved()).toEqual(['aa', 'ecid', 'mediaaa'])
})

test('approves where no choice is required and nothing is said about the purposes', () => {
  const { optIn, approved } = visit(didomi({ map: { cookies: ['aa', 'target'] } }))
  fakeDidomi({ required: false }).load()
  expect(optIn.isComplete).toBe(true)
  expect(approved()).toEqual(['aa', 'ecid', 'target'])
})

test('approves no purpose that is not there where a choice is required', () => {
  fakeDidomi({ ids: ['analytics'] }).load(['analytics'])
  expect(visit(didomi()).approved()).toEqual(['aa', 'ecid', 'mediaaa'])
})

test('keeps a no where no choice is required', () => {
  const { approved } = visit(didomi())
  fakeDidomi({ required: false }).load(['analytics'])
  expect(approved()).toEqual(['aa', 'ecid', 'mediaaa'])
})

test('waits in queues that the page made before, and lets the others in them run', () => {
  const others = jest.fn()
  page.didomiOnReady = [others]
  const { optIn } = visit(didomi())
  fakeDidomi().load(['analytics'])
  expect(others).toHaveBeenCalledTimes(1)
  expect(optIn.isApproved('aa')).toBe(true)
})

test('reports a queue that is none', () => {
  page.didomiOnReady = 7
  const { optIn, errors } = visit(didomi())
  expect(optIn.status).toBe('pending')
  expect(errors).toMatchObject([{ code: 'platform-failed' }])
})

test.each([
  { required: false, toBeCollected: true, status: 'complete' },
  { required: true, toBeCollected: false, status: 'complete' },
  { required: true, toBeCollected: true, status: 'pending' },
  { required: true, toBeCollected: undefined, status: 'pending' },
  { required: undefined, toBeCollected: true, status: 'pending' },
])('is $status where required is $required and to be collected $toBeCollected', ({ required, toBeCollected, status }) => {
  const sdk = {
    isConsentRequired: () => required,
    shouldUserStatusBeCollected: () => toBeCollected,
    getCurrentUserStatus: () => ({ purposes: { analytics: { enabled: true } } }),
  }
  page.didomiOnReady = { push: (ready: (didomi: typeof sdk) => void) => ready(sdk) }
  expect(visit(didomi()).optIn.status).toBe(status)
})
