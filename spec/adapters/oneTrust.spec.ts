import { oneTrust } from '../../lib/adapters/oneTrust.js'
import { fakeOneTrust } from '../fakes/oneTrust.js'
import { page, tell } from '../fakes/platform.js'
import { leave, turn, visit } from '../fakes/visit.js'

afterEach(leave)

test.each([
  { groups: ['C0002'], approved: ['aa', 'ecid', 'mediaaa'] },
  { groups: ['C0003'], approved: ['ecid', 'target'] },
  { groups: ['C0004'], approved: ['aam', 'adcloud', 'campaign', 'ecid'] },
  { groups: ['C0005'], approved: ['ecid', 'livefyre'] },
  { groups: [], approved: [] },
])('takes the groups $groups for $approved', ({ groups, approved }) => {
  const page = visit(oneTrust())
  const platform = fakeOneTrust()
  platform.load()
  platform.choose(groups)
  expect(page.approved()).toEqual(approved)
  expect(page.changes.map(({ source }) => source)).toEqual(['oneTrust'])
})

test.each([
  { why: 'the model is opt-out', settings: { model: 'opt-out' } },
  { why: 'the model is opt-out, however written', settings: { model: 'Opt-Out' } },
  { why: 'it only gives notice', settings: { model: 'notice only' } },
  { why: 'no banner is configured', settings: { showsNotice: false } },
])('takes the default groups for the answer where $why', ({ settings }) => {
  const { optIn, approved } = visit(oneTrust())
  fakeOneTrust({ ...settings, defaults: ['C0001', 'C0002'] }).load()
  expect(optIn.isComplete).toBe(true)
  expect(approved()).toEqual(['aa', 'ecid', 'mediaaa'])
})

test.each(['opt-in', 'implied consent', 'custom', 'no opt-out', 'opt-out later', ''])('takes the default groups for no answer where it is %p', (model) => {
  const { optIn } = visit(oneTrust())
  fakeOneTrust({ model, defaults: ['C0001', 'C0002'] }).load()
  expect(optIn.status).toBe('pending')
})

test('leaves alone an object of its name that has no functions yet', async () => {
  page.OneTrust = { geolocationResponse: { countryCode: 'DE' } }
  const { optIn, errors, completions } = visit(oneTrust())
  tell(window, 'OneTrustGroupsUpdated', ['C0002'])
  await turn()
  expect(optIn.status).toBe('pending')
  fakeOneTrust().load(['C0002'])
  expect(completions).toHaveLength(1)
  expect(errors).toEqual([])
})

test('hears a banner that counts as closed only after its event', async () => {
  const { optIn, approved } = visit(oneTrust())
  fakeOneTrust().load()
  page.OnetrustActiveGroups = ',C0001,C0002,'
  tell(window, 'OneTrustGroupsUpdated', ['C0001', 'C0002'])
  Object.assign(page.OneTrust as object, { IsAlertBoxClosed: () => true })
  expect(optIn.status).toBe('pending')
  await turn()
  expect(approved()).toEqual(['aa', 'ecid', 'mediaaa'])
})

test('hears the groups that an event brings, and the later of its two events alone', () => {
  page.OneTrust = { IsAlertBoxClosed: () => true, GetDomainData: () => ({}) }
  const { approved } = visit(oneTrust())
  tell(window, 'OneTrustGroupsUpdated', ['C0002'])
  expect(approved()).toEqual(['aa', 'ecid', 'mediaaa'])
  page.OnetrustActiveGroups = ',C0003,'
  tell(window, 'OTConsentApplied')
  expect(approved()).toEqual(['ecid', 'target'])
})

test('reads the groups also under their older name', () => {
  fakeOneTrust().load(['C0002'])
  page.OptanonActiveGroups = page.OnetrustActiveGroups
  delete page.OnetrustActiveGroups
  expect(visit(oneTrust()).approved()).toEqual(['aa', 'ecid', 'mediaaa'])
})

test('leaves the function alone that the page gave to OneTrust', () => {
  const OptanonWrapper = jest.fn()
  Object.assign(page, { OptanonWrapper })
  visit(oneTrust())
  fakeOneTrust().load()
  expect(page.OptanonWrapper).toBe(OptanonWrapper)
  expect(OptanonWrapper).toHaveBeenCalledTimes(1)
})

test('follows the groups of a site of its own', () => {
  fakeOneTrust({ groups: ['C0001', 'stats', 'ads'] }).load(['stats'])
  const map = { stats: 'aa', ads: ['target', 'aa'] } as const
  expect(visit(oneTrust({ map, match: 'any', ecid: false })).approved()).toEqual(['aa'])
})

test.each([
  { what: 'a banner closed by another word than true', closed: 'yes', groups: ',C0002,' },
  { what: 'groups that are no text', closed: true, groups: 7 },
  { what: 'groups that are not there', closed: true, groups: undefined },
])('takes $what for no answer', ({ closed, groups }) => {
  page.OneTrust = { IsAlertBoxClosed: () => closed, GetDomainData: () => ({}) }
  page.OnetrustActiveGroups = groups
  const { optIn, errors } = visit(oneTrust())
  expect(optIn.status).toBe('pending')
  expect(errors).toEqual([])
})
