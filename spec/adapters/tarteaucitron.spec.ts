import { tarteaucitron } from '../../lib/adapters/tarteaucitron.js'
import { page, tell } from '../fakes/platform.js'
import { fakeTarteaucitron } from '../fakes/tarteaucitron.js'
import { leave, turn, visit } from '../fakes/visit.js'

afterEach(leave)

test.each([
  { chosen: ['analytic'], approved: ['aa', 'ecid', 'mediaaa'] },
  { chosen: ['ads'], approved: ['aam', 'adcloud', 'campaign', 'ecid'] },
  { chosen: ['social'], approved: ['ecid', 'livefyre'] },
  { chosen: ['video'], approved: [] },
  { chosen: [], approved: [] },
])('takes services of the types $chosen for $approved', async ({ chosen, approved }) => {
  const page = visit(tarteaucitron())
  const platform = fakeTarteaucitron()
  await platform.load()
  await platform.choose(chosen)
  await turn()
  expect(page.approved()).toEqual(approved)
  expect(page.changes.map(({ source }) => source)).toEqual(['tarteaucitron'])
})

test('asks service by service where the site maps services', async () => {
  const { approved } = visit(tarteaucitron({ map: { analyticsSuite: 'aa', sharebar: 'target' } }))
  const platform = fakeTarteaucitron()
  await platform.load()
  await platform.choose(['sharebar'])
  await turn()
  expect(approved()).toEqual(['ecid', 'target'])
})

test('waits until every service that counts is answered, and for no other', async () => {
  const { optIn } = visit(tarteaucitron({ map: { analyticsSuite: 'aa', adserver: 'aam' } }))
  const platform = fakeTarteaucitron()
  await platform.load()
  platform.respond('analyticsSuite', true)
  await turn()
  expect(optIn.status).toBe('pending')
  platform.respond('adserver', false)
  await turn()
  expect(optIn.isComplete).toBe(true)
  expect(optIn.isApproved('aa')).toBe(true)
})

test('makes one answer of “accept all” and one of “deny all”', async () => {
  const { completions } = visit(tarteaucitron())
  const platform = fakeTarteaucitron()
  await platform.load()
  await platform.choose(['analytic', 'ads', 'social', 'video'])
  await turn()
  await platform.choose([])
  await turn()
  expect(completions).toHaveLength(2)
})

test('does nothing for events that come while its services still wait', async () => {
  const { optIn, completions } = visit(tarteaucitron())
  await fakeTarteaucitron().load()
  await turn()
  expect(optIn.status).toBe('pending')
  expect(completions).toHaveLength(0)
})

test('hears a returning visitor, to whom only “added” is told', async () => {
  const { approved, completions } = visit(tarteaucitron())
  await fakeTarteaucitron().load(['analytic'])
  await turn()
  expect(approved()).toEqual(['aa', 'ecid', 'mediaaa'])
  expect(completions).toHaveLength(1)
})

const answered = ['suite_added', 'suite_allowed', 'suite_disallowed']

test.each(answered)('hears %s alone, where the site maps that service', async (event) => {
  const { approved } = visit(tarteaucitron({ map: { suite: 'aa' } }))
  page.tarteaucitron = { state: { suite: true }, job: ['suite'] }
  tell(document, event)
  await turn()
  expect(approved()).toEqual(['aa', 'ecid'])
})

test.each(['before', 'after'])('hears a service of a returning visitor that is added late, the platform being there %s us', async (when) => {
  const platform = { state: {}, job: [] as string[], services: { suite: { key: 'suite', type: 'analytic' } } }
  if (when === 'before') page.tarteaucitron = platform
  const { optIn, approved, completions } = visit(tarteaucitron())
  page.tarteaucitron = platform
  if (when === 'after') tell(window, 'tac.root_available')
  await turn()
  expect(optIn.status).toBe('pending')
  platform.job.push('suite')
  Object.assign(platform.state, { suite: true })
  tell(document, 'suite_added')
  await turn()
  expect(approved()).toEqual(['aa', 'ecid', 'mediaaa'])
  optIn.destroy()
  Object.assign(platform.state, { suite: false })
  tell(document, 'suite_disallowed')
  await turn()
  expect(completions).toHaveLength(1)
})

test('listens to nothing any more when it ends, also of what it came to know later', async () => {
  const listening = new Set<string>()
  const { addEventListener, removeEventListener } = window
  jest.spyOn(window, 'addEventListener').mockImplementation((event: string, ...more: unknown[]) => {
    listening.add(event)
    return Reflect.apply(addEventListener, window, [event, ...more])
  })
  jest.spyOn(window, 'removeEventListener').mockImplementation((event: string, ...more: unknown[]) => {
    listening.delete(event)
    return Reflect.apply(removeEventListener, window, [event, ...more])
  })
  const { optIn } = visit(tarteaucitron())
  await fakeTarteaucitron().load()
  expect(listening).toContain('analyticsSuite_added')
  optIn.destroy()
  jest.restoreAllMocks()
  expect([...listening].filter((event) => /^tac|_/.test(event))).toEqual([])
})

test('reads the states where nothing else is there to read', () => {
  page.tarteaucitron = { state: { suite: true, shop: false } }
  expect(visit(tarteaucitron({ map: { suite: 'aa', shop: 'target' } })).approved()).toEqual(['aa', 'ecid'])
})
