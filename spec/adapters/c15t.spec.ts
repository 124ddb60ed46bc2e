import { c15t } from '../../lib/adapters/c15t.js'
import { realC15t } from '../fakes/c15t.js'
import { page } from '../fakes/platform.js'
import { leave, until, visit } from '../fakes/visit.js'

afterEach(leave)

test.each([
  { chosen: ['measurement'], approved: ['aa', 'ecid', 'mediaaa'] },
  { chosen: ['functionality', 'experience'], approved: ['ecid', 'target'] },
  { chosen: ['functionality'], approved: [] },
  { chosen: ['experience'], approved: [] },
  { chosen: ['marketing'], approved: ['aam', 'adcloud', 'campaign', 'ecid', 'livefyre'] },
  { chosen: [], approved: [] },
])('takes $chosen for $approved', async ({ chosen, approved }) => {
  const platform = realC15t()
  await platform.load()
  const page = visit(c15t())
  expect(page.optIn.status).toBe('pending')
  await platform.choose(chosen)
  expect(page.approved()).toEqual(approved)
  expect(page.changes.map(({ source }) => source)).toEqual(['c15t'])
})

test('hears a first choice that refuses all, which the platform does not call a change', async () => {
  const platform = realC15t()
  await platform.load()
  const changed = jest.fn()
  platform.store().getState().subscribeToConsentChanges(changed)
  const { optIn } = visit(c15t())
  await platform.store().getState().saveConsents('necessary')
  expect(changed).not.toHaveBeenCalled()
  expect(optIn.isComplete).toBe(true)
})

test('takes ticks that are not saved for no answer', async () => {
  const platform = realC15t()
  await platform.load()
  const { optIn } = visit(c15t())
  platform.store().getState().setSelectedConsent('measurement', true)
  expect(optIn.status).toBe('pending')
})

test('keeps what was chosen when the platform forgets it, until the next answer', async () => {
  const platform = realC15t()
  await platform.load()
  const { approved, completions } = visit(c15t())
  await platform.choose(['measurement'])
  platform.store().getState().resetConsents()
  expect(approved()).toEqual(['aa', 'ecid', 'mediaaa'])
  expect(completions).toHaveLength(1)
})

test.each(['opt-out', 'none'])('takes what it grants by itself for the answer where its model is %s', async (model) => {
  const { optIn } = visit(c15t())
  const policyPacks = [{ id: 'all', match: { isDefault: true }, consent: { model } }]
  await realC15t({ offlinePolicy: { policyPacks } } as object).load()
  await until(() => optIn.isComplete)
  expect(optIn.isApproved(['aa', 'target', 'aam', 'livefyre'])).toBe(true)
})

test('decides in the turn of the choice, before the platform reloads the page', async () => {
  const platform = realC15t()
  await platform.load(['measurement'])
  const { optIn, approved } = visit(c15t())
  expect(approved()).toEqual(['aa', 'ecid', 'mediaaa'])
  const seen: boolean[] = []
  platform.store().subscribe(() => void seen.push(optIn.isApproved('aa')))
  await platform.store().getState().saveConsents('necessary')
  expect(seen[0]).toBe(false)
})

const state = {
  consents: { measurement: true, experience: true, functionality: true, marketing: true },
  isLoadingConsentInfo: false,
  hasFetchedBanner: true,
  model: 'opt-in' as string | null,
  hasConsented: (): unknown => false,
}

test.each([
  { what: 'nobody chose', change: {}, status: 'pending' },
  { what: 'somebody chose', change: { hasConsented: () => true }, status: 'complete' },
  { what: 'it only says “yes”', change: { hasConsented: () => 'yes' }, status: 'pending' },
  { what: 'it is loading', change: { hasConsented: () => true, isLoadingConsentInfo: true }, status: 'pending' },
  { what: 'it asks nobody', change: { model: null }, status: 'complete' },
  { what: 'its policy is not loaded', change: { model: null, hasFetchedBanner: false }, status: 'pending' },
  { what: 'the model is IAB', change: { model: 'iab' }, status: 'pending' },
])('is $status where $what', ({ change, status }) => {
  page.c15tStore = { getState: () => ({ ...state, ...change }), subscribe: () => () => {} }
  expect(visit(c15t()).optIn.status).toBe(status)
})
