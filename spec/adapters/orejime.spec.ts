import { orejime } from '../../lib/adapters/orejime.js'
import { realOrejime } from '../fakes/orejime.js'
import { leave, turn, until, visit } from '../fakes/visit.js'

afterEach(leave)

test.each([
  { chosen: ['analytics'], approved: ['aa', 'ecid', 'mediaaa'] },
  { chosen: ['functional'], approved: ['ecid', 'target'] },
  { chosen: ['marketing'], approved: ['aam', 'adcloud', 'campaign', 'ecid', 'livefyre'] },
  { chosen: [], approved: [] },
])('takes the purposes $chosen for $approved', async ({ chosen, approved }) => {
  const platform = realOrejime()
  await platform.load()
  const page = visit(orejime())
  await platform.choose(chosen)
  await until(() => page.optIn.isComplete)
  expect(page.approved()).toEqual(approved)
  expect(page.changes.map(({ source }) => source)).toEqual(['orejime'])
})

test('takes no purpose for another whose name is a part of its own', async () => {
  const platform = realOrejime()
  await platform.load()
  Object.defineProperty(platform.manager(), 'isDirty', { value: () => false })
  Object.defineProperty(platform.manager(), 'getAllConsents', { value: () => ({ 'no analytics': true }) })
  expect(visit(orejime()).optIn.status).toBe('pending')
})

test('waits until every purpose is answered', async () => {
  const platform = realOrejime()
  await platform.load()
  const { optIn } = visit(orejime())
  platform.manager().setConsent('analytics', true)
  await turn()
  expect(optIn.status).toBe('pending')
})

test('takes the defaults after clearing for no answer', async () => {
  const platform = realOrejime()
  await platform.load()
  const { optIn, approved, completions } = visit(orejime())
  await platform.choose([])
  await until(() => optIn.isComplete)
  platform.manager().clearConsents()
  await turn()
  expect(approved()).toEqual([])
  expect(completions).toHaveLength(1)
})

test('asks again on the page after clearing', async () => {
  const platform = realOrejime()
  await platform.load()
  await platform.choose(['analytics'])
  platform.manager().clearConsents()
  platform.vanish()
  await realOrejime().load()
  const { optIn } = visit(orejime())
  await turn()
  expect(optIn.status).toBe('pending')
})

test('takes another word than false for an answer that is missing', async () => {
  const platform = realOrejime()
  await platform.load()
  Object.defineProperty(platform.manager(), 'isDirty', { value: () => undefined })
  expect(visit(orejime()).optIn.status).toBe('pending')
})

test('unsubscribes when it ends', async () => {
  const platform = realOrejime()
  await platform.load()
  const manager = platform.manager()
  const on = jest.spyOn(manager, 'on')
  const off = jest.spyOn(manager, 'off')
  visit(orejime()).optIn.destroy()
  expect(on).toHaveBeenCalledTimes(1)
  expect(off.mock.calls).toEqual(on.mock.calls)
})
