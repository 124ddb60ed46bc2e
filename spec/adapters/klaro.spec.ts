import { klaro } from '../../lib/adapters/klaro.js'
import { realKlaro } from '../fakes/klaro.js'
import { page } from '../fakes/platform.js'
import { leave, turn, until, visit } from '../fakes/visit.js'

afterEach(leave)

test.each([
  { chosen: ['analytics'], approved: ['aa', 'ecid', 'mediaaa'] },
  { chosen: ['functional'], approved: ['ecid', 'target'] },
  { chosen: ['marketing'], approved: ['aam', 'adcloud', 'campaign', 'ecid', 'livefyre'] },
  { chosen: [], approved: [] },
])('takes services for the purposes $chosen for $approved', async ({ chosen, approved }) => {
  const platform = realKlaro()
  await platform.load()
  const page = visit(klaro())
  await platform.choose(chosen)
  expect(page.approved()).toEqual(approved)
  expect(page.changes.map(({ source }) => source)).toEqual(['klaro'])
})

test('asks service by service where the site maps services', async () => {
  const platform = realKlaro()
  await platform.load()
  const { approved } = visit(klaro({ map: { 'adobe-analytics': 'aa', 'adobe-target': 'target' } }))
  await platform.choose(['adobe-target'])
  expect(approved()).toEqual(['ecid', 'target'])
})

test('takes services that name no purpose', async () => {
  const platform = realKlaro({ services: [{ name: 'adobe-analytics' }] })
  await platform.load()
  const { approved } = visit(klaro({ map: { 'adobe-analytics': 'aa' } }))
  platform.manager().changeAll(true)
  platform.manager().saveAndApplyConsents()
  expect(approved()).toEqual(['aa', 'ecid'])
})

test('approves a purpose when all its services are', async () => {
  const services = ['one', 'two'].map((name) => ({ name, purposes: ['analytics'] }))
  const platform = realKlaro({ services })
  await platform.load()
  const { optIn } = visit(klaro())
  const manager = platform.manager()
  manager.updateConsent('one', true)
  manager.saveAndApplyConsents()
  expect(optIn.isComplete).toBe(true)
  expect(optIn.isApproved('aa')).toBe(false)
  manager.updateConsent('two', true)
  manager.saveAndApplyConsents()
  expect(optIn.isApproved('aa')).toBe(true)
})

test('takes a toggle that is not saved for no answer', async () => {
  const platform = realKlaro()
  await platform.load()
  const { optIn, completions } = visit(klaro())
  platform.manager().changeAll(true)
  expect(optIn.status).toBe('pending')
  await platform.choose([])
  platform.manager().changeAll(true)
  expect(optIn.isApproved('aa')).toBe(false)
  expect(completions).toHaveLength(1)
})

test('takes the defaults after a reset for no answer', async () => {
  const platform = realKlaro()
  await platform.load()
  const { approved, completions } = visit(klaro())
  await platform.choose([])
  platform.manager().resetConsents()
  expect(approved()).toEqual([])
  expect(completions).toHaveLength(1)
})

test('does not make its manager before the document is parsed, when its elements are not there yet', async () => {
  const readyState = jest.spyOn(document, 'readyState', 'get').mockReturnValue('loading')
  const platform = realKlaro()
  await platform.load(['analytics'])
  const getManager = jest.spyOn(page.klaro as { getManager(): unknown }, 'getManager')
  const { optIn } = visit(klaro())
  await turn()
  expect(getManager).not.toHaveBeenCalled()
  readyState.mockRestore()
  await until(() => optIn.isComplete)
  expect(optIn.isApproved('aa')).toBe(true)
})

test('waits for a config that comes after the script', async () => {
  const platform = realKlaro()
  await platform.load(['analytics'])
  const config = page.klaroConfig
  delete page.klaroConfig
  const { optIn, errors } = visit(klaro())
  await turn()
  expect(optIn.status).toBe('pending')
  page.klaroConfig = config
  await until(() => optIn.isComplete)
  expect(errors).toEqual([])
})

test('reports a manager that cannot be watched yet, and watches it as soon as it can', async () => {
  const platform = realKlaro()
  const { optIn, errors } = visit(klaro())
  await platform.load()
  const manager = platform.manager() as { watch?: unknown }
  manager.watch = undefined
  await until(() => errors.length)
  expect(errors).toMatchObject([{ code: 'platform-failed' }])
  delete manager.watch
  const watchers = (manager as { watchers: Set<unknown> }).watchers
  const before = watchers.size
  await until(() => watchers.size > before)
  await platform.choose(['analytics'])
  expect(optIn.isApproved('aa')).toBe(true)
  expect(errors).toHaveLength(1)
})

test('unsubscribes when it ends', async () => {
  const platform = realKlaro()
  await platform.load()
  const watchers = (platform.manager() as unknown as { watchers: Set<unknown> }).watchers
  const before = watchers.size
  const { optIn } = visit(klaro())
  expect(watchers.size).toBe(before + 1)
  optIn.destroy()
  expect(watchers.size).toBe(before)
})
