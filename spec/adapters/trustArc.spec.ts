import { trustArc } from '../../lib/adapters/trustArc.js'
import { page } from '../fakes/platform.js'
import { fakeTrustArc } from '../fakes/trustArc.js'
import { leave, turn, until, visit } from '../fakes/visit.js'

afterEach(async () => {
  await turn() // messages between windows take one
  leave()
})

test.each([
  { levels: ['2'], approved: ['aa', 'ecid', 'mediaaa', 'target'] },
  { levels: ['3'], approved: ['aam', 'adcloud', 'campaign', 'ecid', 'livefyre'] },
  { levels: [], approved: [] },
])('takes the levels 1 and $levels for $approved', ({ levels, approved }) => {
  const platform = fakeTrustArc()
  platform.load()
  const page = visit(trustArc())
  expect(page.optIn.status).toBe('pending')
  platform.choose(levels)
  expect(page.approved()).toEqual(approved)
  expect(page.changes.map(({ source }) => source)).toEqual(['trustArc'])
})

test('asks the top window to be told, once it is there, and with its own host', async () => {
  visit(trustArc())
  const platform = fakeTrustArc()
  platform.load()
  const post = jest.spyOn(window, 'postMessage')
  await until(() => platform.questions.length)
  await turn()
  expect(platform.questions).toEqual([location.host])
  expect(JSON.parse(post.mock.calls[0]![0])).toEqual({
    PrivacyManagerAPI: { action: 'getConsentDecision', timestamp: expect.any(Number), self: location.host },
  })
  post.mockRestore()
})

test.each([
  { text: 'another message', data: 'hello' },
  { text: 'an object', data: { PrivacyManagerAPI: {} } },
  { text: 'nothing', data: null },
])('does not look again for $text', ({ data }) => {
  const callApi = jest.fn(() => ({ consentDecision: [0] }))
  page.PrivacyManagerAPI = { callApi }
  visit(trustArc())
  callApi.mockClear()
  window.dispatchEvent(new MessageEvent('message', { data }))
  expect(callApi).not.toHaveBeenCalled()
})

test('believes what the platform says when asked, not what a message says', () => {
  fakeTrustArc().load()
  const { optIn } = visit(trustArc())
  const data = JSON.stringify({ PrivacyManagerAPI: { action: 'getConsentDecision', capabilities: [], consent: 'approved' } })
  window.dispatchEvent(new MessageEvent('message', { data }))
  expect(optIn.status).toBe('pending')
})

test.each([[[]], [[0]], [2], ['2'], [[0, 2]], [[null]], [undefined]])('takes %j for no decision', (consentDecision) => {
  page.PrivacyManagerAPI = { callApi: () => ({ consentDecision }) }
  const { optIn, errors } = visit(trustArc())
  expect(optIn.status).toBe('pending')
  expect(errors).toEqual([])
})

test('understands levels that come as text', () => {
  page.PrivacyManagerAPI = { callApi: () => ({ consentDecision: ['1', '2'] }) }
  expect(visit(trustArc()).approved()).toEqual(['aa', 'ecid', 'mediaaa', 'target'])
})
