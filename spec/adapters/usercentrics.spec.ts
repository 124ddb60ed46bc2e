import { usercentrics } from '../../lib/adapters/usercentrics.js'
import { page, tell } from '../fakes/platform.js'
import { fakeUsercentrics2, fakeUsercentrics3 } from '../fakes/usercentrics.js'
import { leave, turn, until, visit } from '../fakes/visit.js'

afterEach(leave)

describe.each([
  { version: 2, fake: fakeUsercentrics2 },
  { version: 3, fake: fakeUsercentrics3 },
])('version $version', ({ fake }) => {
  test.each([
    { chosen: ['functional'], approved: ['aa', 'ecid', 'mediaaa', 'target'] },
    { chosen: ['marketing'], approved: ['aam', 'adcloud', 'campaign', 'ecid'] },
    { chosen: ['Adobe Analytics'], approved: [] },
    { chosen: [], approved: [] },
  ])('takes $chosen for $approved', async ({ chosen, approved }) => {
    const page = visit(usercentrics())
    const platform = fake()
    await platform.load()
    platform.choose(chosen)
    await until(() => page.optIn.isComplete)
    expect(page.approved()).toEqual(approved)
    expect(page.changes[0]!.source).toBe('usercentrics')
  })

  test('asks service by service where the site maps services, by id or by name', async () => {
    await fake().load(['S1', 'S2'])
    const { optIn, approved } = visit(usercentrics({ map: { S1: 'aa', 'Adobe Target': 'target', S3: 'aam' } }))
    await until(() => optIn.isComplete)
    expect(approved()).toEqual(['aa', 'ecid', 'target'])
  })

  test('takes what is on by default for no answer', async () => {
    const { optIn } = visit(usercentrics())
    await fake({ defaults: true }).load()
    await turn()
    expect(optIn.status).toBe('pending')
  })

  test('takes what is on by default for the answer where none is required', async () => {
    const { optIn, approved } = visit(usercentrics({ map: { functional: 'aa' } }))
    await fake({ defaults: true, required: false }).load()
    await until(() => optIn.isComplete)
    expect(approved()).toEqual(['aa', 'ecid'])
  })
})

const services = [{ id: 'S1', name: 'One', categorySlug: 'functional', consent: { status: true } }]

describe('version 2', () => {
  test('listens to the window event that the site set up', async () => {
    const { optIn } = visit(usercentrics({ event: 'ourConsents' }))
    const platform = fakeUsercentrics2({ event: 'ourConsents' })
    await platform.load()
    platform.choose(['functional'])
    expect(optIn.isApproved('aa')).toBe(true)
  })

  test.each([{ event: '' }, { event: 7 }])('refuses $event as the name of that event', ({ event }) => {
    expect(() => usercentrics({ event: event as string })).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining('`usercentrics.event` must be the name of a window event;') }),
    )
  })

  test('takes an event of another type for no answer', async () => {
    const { optIn } = visit(usercentrics())
    await fakeUsercentrics2({ defaults: true }).load()
    for (const type of ['implicit', 'inexplicit', 'explicitly not']) tell(window, 'ucEvent', { event: 'consent_status', type })
    expect(optIn.status).toBe('pending')
    tell(window, 'ucEvent', { event: 'consent_status', type: 'Explicit' })
    expect(optIn.isComplete).toBe(true)
  })

  test('remembers that the visitor chose when later events are of another type', () => {
    let status = true
    page.UC_UI = {
      isInitialized: () => true,
      isConsentRequired: () => true,
      getServicesBaseInfo: () => [{ id: 'S1', name: 'One', categorySlug: 'functional', consent: { status } }],
    }
    const { optIn } = visit(usercentrics())
    tell(window, 'ucEvent', { type: 'explicit' })
    expect(optIn.isApproved('aa')).toBe(true)
    status = false
    tell(window, 'ucEvent', { type: 'implicit' })
    expect(optIn.isApproved('aa')).toBe(false)
  })

  test.each([false, undefined, 'yes'])('waits while it is initialized: %p', (initialized) => {
    const { optIn } = visit(usercentrics())
    page.UC_UI = { isInitialized: () => initialized, isConsentRequired: () => false, getServicesBaseInfo: () => services }
    tell(window, 'ucEvent', { type: 'explicit' })
    expect(optIn.status).toBe('pending')
  })
})

describe('version 3', () => {
  test('decides in the turn of its event, so that a page that leaves keeps the choice', async () => {
    const { optIn } = visit(usercentrics())
    const platform = fakeUsercentrics3()
    await platform.load()
    await turn()
    platform.choose(['functional'])
    expect(optIn.isApproved('aa')).toBe(true)
  })

  test('denies a category of which only a part was accepted', () => {
    const { optIn, approved } = visit(usercentrics(), { preOptInApprovals: { aa: true } })
    page.__ucCmp = {}
    tell(window, 'UC_CONSENT', { consent: { type: 'EXPLICIT' }, categories: { functional: { state: 'SOME_ACCEPTED' } }, services: { S1: {} } })
    expect(optIn.isComplete).toBe(true)
    expect(approved()).toEqual([])
  })

  test('waits until it is initialized', async () => {
    let initialized = false
    page.__ucCmp = {
      isInitialized: async () => initialized,
      isConsentRequired: async () => false,
      getConsentDetails: async () => ({ categories: { functional: { state: 'ALL_ACCEPTED' } } }),
    }
    const { optIn } = visit(usercentrics())
    await turn()
    expect(optIn.status).toBe('pending')
    initialized = true
    tell(window, 'UC_UI_INITIALIZED')
    await until(() => optIn.isComplete)
    expect(optIn.isApproved('aa')).toBe(true)
  })

  test('lets no late answer of its promises overrule a newer choice', async () => {
    const answers: ((details: object) => void)[] = []
    page.__ucCmp = {
      isInitialized: async () => true,
      isConsentRequired: async () => true,
      getConsentDetails: () => new Promise((resolve) => answers.push(resolve)),
    }
    const { optIn } = visit(usercentrics())
    const chosen = (state: string) => ({ consent: { type: 'EXPLICIT' }, categories: { functional: { state } } })
    await until(() => answers.length === 1)
    tell(window, 'UC_CONSENT', chosen('ALL_DENIED'))
    answers[0]!(chosen('ALL_ACCEPTED'))
    await turn()
    expect(optIn.isComplete).toBe(true)
    expect(optIn.isApproved('aa')).toBe(false)
  })

  test('is preferred where the page has the functions of both versions', async () => {
    page.UC_UI = { isInitialized: () => true, isConsentRequired: () => false, getServicesBaseInfo: () => [] }
    await fakeUsercentrics3().load(['functional'])
    const { optIn } = visit(usercentrics())
    await until(() => optIn.isComplete)
    expect(optIn.isApproved('aa')).toBe(true)
  })

  test('reports a promise that is rejected, once', async () => {
    const { optIn, errors } = visit(usercentrics())
    const platform = fakeUsercentrics3()
    await platform.load()
    platform.breakDown()
    await turn()
    platform.breakDown()
    await turn()
    expect(optIn.status).toBe('pending')
    expect(errors).toMatchObject([{ code: 'platform-failed', message: expect.stringContaining('usercentrics') }])
  })
})
