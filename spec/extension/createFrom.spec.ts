import { approvedOf, openLibrary } from './openLibrary.js'

const warn = jest.spyOn(console, 'warn').mockImplementation(() => {})

afterEach(() => {
  for (const name of ['adobeujs-optin', 'visitor-opt-in']) document.cookie = `${name}=; max-age=0; path=/`
})

it('makes no more than an empty configuration asks for: everything is approved', () => {
  const { optIn, errors } = openLibrary({})
  expect([optIn.doesOptInApply, approvedOf({ optIn }).length, errors]).toEqual([false, 8, []])
})

it.each([
  ['values', { doesOptInApply: true, preOptInApprovals: { aa: true }, isOptInStorageEnabled: true, optInStorageExpiry: 60, isIabContext: false, otherTabs: false, categories: { CHAT: 'chat' }, adapters: { gpc: {} }, gate: false, bridges: [] }],
  ['text', { doesOptInApply: 'true', preOptInApprovals: '{"aa":"true"}', isOptInStorageEnabled: 'true', optInStorageExpiry: '60', isIabContext: 'false', otherTabs: 'false', categories: '{"CHAT":"chat"}', adapters: 'gpc', gate: 'false', bridges: '' }],
])('behaves the same for %s', (_title, configuration) => {
  const { optIn, errors } = openLibrary(configuration as never)
  expect(errors).toEqual([])
  expect(approvedOf({ optIn })).toEqual(['aa'])
  optIn.approve('chat')
  expect(document.cookie).toContain('visitor-opt-in=')
  expect(optIn.isApproved(['aa', 'CHAT'])).toBe(true)
})

it('understands the settings of Adobe’s ECID extension', () => {
  const { optIn, errors } = openLibrary({
    orgId: 'X@AdobeOrg',
    doesOptInApply: 'function',
    optInCallback: () => true,
    isOptInStorageEnabled: true,
    optInStorageExpiry: 2,
    timeUnit: 'Weeks',
    preOptInApprovalInput: { aa: true, target: false },
    isIabContext: true,
    variables: [{ name: 'trackingServer', value: 'x.example' }],
  } as never)
  expect(errors).toEqual([])
  expect([optIn.doesOptInApply, optIn.isIabContext, approvedOf({ optIn })]).toEqual([true, true, ['aa']])
})

it.each([
  [undefined, false],
  [null, false],
  ['', true],
])('lets opt-in apply while its data element answers %j', (doesOptInApply, isEmptyReturned) => {
  const { optIn, errors } = openLibrary({ doesOptInApply }, { isEmptyReturned })
  expect([optIn.doesOptInApply, approvedOf({ optIn })]).toEqual([true, []])
  expect(errors).toEqual([expect.stringContaining('`doesOptInApply` has no value, so opt-in applies. Correct it')])
})

it.each([false, 'false'])('takes %j for a no also where a data element without a value answers an empty text', (doesOptInApply) => {
  const { optIn, errors } = openLibrary({ doesOptInApply } as never, { isEmptyReturned: true })
  expect([optIn.doesOptInApply, errors]).toEqual([false, []])
})

it('tells the Web SDK where the configuration says so', () => {
  const alloy = jest.fn(async () => undefined)
  Object.assign(window, { alloy })
  openLibrary({ doesOptInApply: true, bridges: 'webSdk' } as never).optIn.denyAll()
  expect(alloy).toHaveBeenCalledTimes(1)
})

it('takes an empty text for not given', () => {
  expect(openLibrary({ doesOptInApply: '' }).optIn.doesOptInApply).toBe(false)
})

it.each([
  [{ optInStorageExpiry: 'soon' }, '`optInStorageExpiry` must be seconds'],
  [{ categories: { ANALYTICS: 'x' } }, '`categories` must be'],
  [{ optInCookieDomain: 'x; y' }, '`optInCookieDomain` must be a domain'],
  [{ adapters: 'nonsense' }, '`adapters` must be made of'],
  [{ gate: 5 }, '`gate` must be'],
  [{ onError: 5 }, '`onError` must be of type function'],
])('logs %j, leaves it out and keeps the rest', (wrong, message) => {
  const { optIn, errors } = openLibrary({ doesOptInApply: true, preOptInApprovals: { aa: true }, ...wrong } as never)
  expect(errors).toEqual([expect.stringContaining(message)])
  expect(errors[0]).toContain('Correct it in the configuration of the extension.')
  expect(approvedOf({ optIn })).toEqual(['aa'])
})

it.each(['perhaps', 5, {}])('lets opt-in apply where doesOptInApply is %j', (doesOptInApply) => {
  const { optIn, errors } = openLibrary({ doesOptInApply, preOptInApprovals: { aa: true } } as never)
  expect([optIn.doesOptInApply, approvedOf({ optIn }), errors.length]).toEqual([true, ['aa'], 1])
})

it('mends every fault of a configuration, one by one', () => {
  const { optIn, errors } = openLibrary({ doesOptInApply: 'x', otherTabs: 'x', secureCookie: 'x', sameSiteCookie: 'x' } as never)
  expect([optIn.doesOptInApply, errors.length]).toEqual([true, 4])
})

it('lets errors that nobody caused go to the log', () => {
  const { optIn, errors } = openLibrary({ doesOptInApply: true })
  optIn.on('change', () => {
    throw Error('a subscriber broke')
  })
  optIn.approveAll()
  expect(errors).toEqual([expect.stringContaining('a subscriber broke')])
  expect(warn).not.toHaveBeenCalled()
})
