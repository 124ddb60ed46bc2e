import { vanillaCookieConsent } from '../../lib/adapters/vanillaCookieConsent.js'
import { page, tell } from '../fakes/platform.js'
import { leave, turn, visit } from '../fakes/visit.js'
import { realVanillaCookieConsent } from '../fakes/vanillaCookieConsent.js'

afterEach(leave)

test.each([
  { chosen: ['analytics'], approved: ['aa', 'ecid', 'mediaaa'] },
  { chosen: ['functionality'], approved: ['ecid', 'target'] },
  { chosen: ['marketing'], approved: ['aam', 'adcloud', 'campaign', 'ecid', 'livefyre'] },
  { chosen: [], approved: [] },
])('takes the categories $chosen for $approved', async ({ chosen, approved }) => {
  const page = visit(vanillaCookieConsent())
  const platform = realVanillaCookieConsent()
  await platform.load()
  await platform.choose(chosen)
  expect(page.approved()).toEqual(approved)
  expect(page.changes.map(({ source }) => source)).toEqual(['vanillaCookieConsent'])
})

test('takes what opt-out mode approves by default for no answer', async () => {
  const platform = realVanillaCookieConsent({
    mode: 'opt-out',
    categories: { analytics: { enabled: true }, marketing: { enabled: true } },
  })
  await platform.load()
  const { optIn } = visit(vanillaCookieConsent())
  expect(platform.api().getUserPreferences().acceptedCategories).toContain('analytics')
  expect(optIn.status).toBe('pending')
})

test('asks again for a choice made under an older revision', async () => {
  await realVanillaCookieConsent({ revision: 1 }).load(['analytics'])
  await realVanillaCookieConsent({ revision: 2 }).load()
  expect(visit(vanillaCookieConsent()).optIn.status).toBe('pending')
})

test('keeps what was chosen when the platform forgets it, until the next answer', async () => {
  const { approved, completions } = visit(vanillaCookieConsent())
  const platform = realVanillaCookieConsent()
  await platform.load()
  await platform.choose(['analytics'])
  platform.api().reset(true)
  await turn()
  expect(approved()).toEqual(['aa', 'ecid', 'mediaaa'])
  expect(completions).toHaveLength(1)
})

test.each(['cc:onFirstConsent', 'cc:onConsent', 'cc:onChange'])('hears %s alone', (event) => {
  const { approved } = visit(vanillaCookieConsent())
  page.CookieConsent = { validConsent: () => true, getUserPreferences: () => ({ acceptedCategories: ['analytics'], rejectedCategories: [] }) }
  tell(window, event)
  expect(approved()).toEqual(['aa', 'ecid', 'mediaaa'])
})

test('decides nothing by categories that nothing is mapped to', async () => {
  const { optIn } = visit(vanillaCookieConsent({ map: { chat: 'target' } }))
  const platform = realVanillaCookieConsent()
  await platform.load()
  await platform.choose(['analytics', 'marketing'])
  expect(optIn.status).toBe('pending')
})
