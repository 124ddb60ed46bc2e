import { cookiebot } from '../../lib/adapters/cookiebot.js'
import { fakeCookiebot } from '../fakes/cookiebot.js'
import { page, tell } from '../fakes/platform.js'
import { leave, visit } from '../fakes/visit.js'

afterEach(leave)

test.each([
  { chosen: ['statistics'], approved: ['aa', 'ecid', 'mediaaa'] },
  { chosen: ['preferences'], approved: ['ecid', 'target'] },
  { chosen: ['marketing'], approved: ['aam', 'adcloud', 'campaign', 'ecid', 'livefyre'] },
  { chosen: [], approved: [] },
])('takes $chosen for $approved', ({ chosen, approved }) => {
  const page = visit(cookiebot())
  const platform = fakeCookiebot()
  platform.load()
  platform.choose(chosen)
  expect(page.approved()).toEqual(approved)
  expect(page.changes.map(({ source }) => source)).toEqual(['cookiebot'])
})

test('does not take “accept” for a yes to all', () => {
  const { optIn } = visit(cookiebot())
  const platform = fakeCookiebot()
  platform.load()
  platform.choose(['preferences'])
  expect(optIn.isApproved('target')).toBe(true)
  expect(optIn.isApproved('aa')).toBe(false)
})

test.each(['CookiebotOnConsentReady', 'CookiebotOnAccept', 'CookiebotOnDecline'])('hears %s alone', (event) => {
  const { optIn } = visit(cookiebot())
  page.Cookiebot = { hasResponse: true, consent: { statistics: true, preferences: false, marketing: false } }
  tell(window, event)
  expect(optIn.isApproved('aa')).toBe(true)
})

test('takes no event for an answer while there is no response', () => {
  const { optIn } = visit(cookiebot())
  page.Cookiebot = { hasResponse: false, consent: { statistics: false, preferences: false, marketing: false } }
  for (const event of ['CookiebotOnLoad', 'CookiebotOnConsentReady', 'CookiebotOnAccept']) tell(window, event)
  expect(optIn.status).toBe('pending')
})

test('takes another word than true for no response', () => {
  page.Cookiebot = { hasResponse: 'yes', consent: { statistics: true, preferences: true, marketing: true } }
  expect(visit(cookiebot()).optIn.status).toBe('pending')
})
