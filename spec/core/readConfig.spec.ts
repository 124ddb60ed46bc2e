import { createCall } from '../../lib/core/createCall.js'
import { readConfig } from '../../lib/core/readConfig.js'

const read = (settings?: unknown) => {
  const warnings: string[] = []
  const errors: unknown[] = []
  const config = readConfig(settings, (message) => warnings.push(message), createCall((error) => errors.push(error)))
  return { ...config, warnings, errors }
}
const storage = { load: () => undefined, save: () => {} }
const connector = () => {}
const connectors = 'a connector or a list of them'
const accepted: Readonly<Record<string, string>> = {
  optInStorageExpiry: 'seconds, "SESSION" or "NONE"',
  sameSiteCookie: '"Strict", "Lax" or "None"',
  optInCookieDomain: 'a domain such as "example.com"',
  cookieDomain: 'a domain such as "example.com"',
  categories: 'a map of new names and new values, { NAME: "value" }',
  policyVersion: 'a text',
  storage: 'an object with the functions load and save',
  gate: connectors,
  bridges: connectors,
  adapters: connectors,
  onError: 'of type function',
}

describe('settings', () => {
  it('have defaults', () => {
    expect(read()).toMatchObject({
      doesOptInApply: false,
      preOptInApprovals: {},
      previousPermissions: {},
      isIabContext: undefined,
      isOptInStorageEnabled: undefined,
      storage: undefined,
      cookie: { domain: undefined, expiry: 34_190_000, flags: '' },
      policyVersion: undefined,
      otherTabs: true,
      connectors: [],
      warnings: [],
    })
  })

  it.each([
    ['doesOptInApply', 'true', { doesOptInApply: true }],
    ['doesOptInApply', 'false', { doesOptInApply: false }],
    ['doesOptInApply', '', { doesOptInApply: false }],
    ['doesOptInApply', null, { doesOptInApply: false }],
    ['doesOptInApply', () => true, { doesOptInApply: true }],
    ['doesOptInApply', () => 'false', { doesOptInApply: false }],
    ['doesOptInApply', () => 0, { doesOptInApply: false }],
    ['doesOptInApply', () => undefined, { doesOptInApply: true }],
    ['isOptInStorageEnabled', 'true', { isOptInStorageEnabled: true }],
    ['isIabContext', 'true', { isIabContext: true }],
    ['isIabContext', false, { isIabContext: false }],
    ['otherTabs', 'false', { otherTabs: false }],
    ['preOptInApprovals', '{"aa":true,"ECID":"false"}', { preOptInApprovals: { aa: true, ecid: false } }],
    ['previousPermissions', () => '{"aa":true}', { previousPermissions: { aa: true } }],
    ['previousPermissions', () => undefined, { previousPermissions: {} }],
    ['optInCookieDomain', 'example.com', { cookie: { domain: 'example.com' } }],
    ['optInCookiesDomain', 'example.com', { cookie: { domain: 'example.com' } }],
    ['cookieDomain', '.example.com', { cookie: { domain: '.example.com' } }],
    ['optInStorageExpiry', 0, { cookie: { expiry: 34_190_000 } }],
    ['optInStorageExpiry', '3600', { cookie: { expiry: 3600 } }],
    ['optInStorageExpiry', 0.5, { cookie: { expiry: 1 } }],
    ['optInStorageExpiry', -10, { cookie: { expiry: -10 } }],
    ['optInStorageExpiry', 'SESSION', { cookie: { expiry: Infinity } }],
    ['optInStorageExpiry', 'NONE', { cookie: { expiry: -1 } }],
    ['secureCookie', 'true', { cookie: { flags: '; secure' } }],
    ['sameSiteCookie', 'None', { cookie: { flags: '; samesite=None' } }],
    ['categories', '{"CHAT":"chat"}', { categories: expect.objectContaining({ CHAT: 'chat' }) }],
    ['policyVersion', '2', { policyVersion: '2' }],
    ['storage', storage, { storage }],
    ['gate', connector, { connectors: [connector] }],
    ['bridges', [connector, connector], { connectors: [connector, connector] }],
    ['adapters', [connector], { connectors: [connector] }],
  ])('take %s: %p', (option, value, expected) => {
    expect(read({ [option]: value })).toMatchObject({ ...expected, warnings: [], errors: [] })
  })

  it('put listeners before speakers', () => {
    const [gate, bridge, adapter] = [() => {}, () => {}, () => {}]
    expect(read({ adapters: adapter, bridges: [bridge], gate }).connectors).toEqual([gate, bridge, adapter])
  })

  it('prefer optInCookieDomain to its other spellings, and skip an empty one', () => {
    expect(read({ optInCookieDomain: 'a.test', optInCookiesDomain: 'b.test', cookieDomain: 'c.test' }).cookie.domain).toBe('a.test')
    expect(read({ optInCookieDomain: '', cookieDomain: 'c.test' }).cookie.domain).toBe('c.test')
  })

  it('ask a function once', () => {
    const doesOptInApply = jest.fn(() => true)
    const previousPermissions = jest.fn(() => ({ aa: true }))
    read({ doesOptInApply, previousPermissions })
    expect([doesOptInApply, previousPermissions].map((one) => one.mock.calls.length)).toEqual([1, 1])
  })

  it('go on when a function of theirs throws: opt-in applies, nothing was decided, and it is reported', () => {
    const fail = () => {
      throw new Error('mine')
    }
    expect(read({ doesOptInApply: fail, previousPermissions: fail })).toMatchObject({
      doesOptInApply: true,
      previousPermissions: {},
      errors: [new Error('mine'), new Error('mine')],
    })
  })

  it('name what they leave out in one warning', () => {
    const { warnings, preOptInApprovals } = read({ preOptInApprovals: { aa: true, foo: true, target: 1 } })
    expect(preOptInApprovals).toEqual({ aa: true })
    expect(warnings).toEqual([expect.stringMatching(/preOptInApprovals.*foo, target/)])
  })

  it('name a key that is empty readably', () =>
    expect(read({ preOptInApprovals: { aa: true, '': true } }).warnings).toEqual([expect.stringContaining('left out: "".')]))

  it.each(['no JSON', '"aa"', 'null', 5, ['aa'], connector])('leave %p out as preOptInApprovals, with one warning', (value) => {
    const { warnings, preOptInApprovals } = read({ preOptInApprovals: value })
    expect(preOptInApprovals).toEqual({})
    expect(warnings).toHaveLength(1)
  })

  it('count own keys only', () => {
    expect(read(Object.create({ doesOptInApply: true })).doesOptInApply).toBe(false)
    expect(read({ preOptInApprovals: Object.create({ aa: true }) as object }).preOptInApprovals).toEqual({})
  })

  it.each([
    ['doesOptInApply', 5],
    ['doesOptInApply', 'yes'],
    ['isOptInStorageEnabled', 1],
    ['isIabContext', {}],
    ['otherTabs', 'no'],
    ['optInStorageExpiry', 'soon'],
    ['optInStorageExpiry', NaN],
    ['optInStorageExpiry', true],
    ['optInStorageExpiry', {}],
    ['secureCookie', 'on'],
    ['sameSiteCookie', 'Sometimes'],
    ['sameSiteCookie', 'None; domain=evil.test'],
    ['sameSiteCookie', 1],
    ['optInCookieDomain', 'example.com; secure'],
    ['optInCookieDomain', 'exa\nmple.com'],
    ['cookieDomain', 5],
    ['categories', 5],
    ['categories', ['CHAT']],
    ['categories', 'no JSON'],
    ['policyVersion', 2],
    ['storage', {}],
    ['storage', { load: () => undefined }],
    ['storage', { save: () => {} }],
    ['storage', 'cookie'],
    ['gate', 5],
    ['gate', [connector, 'x']],
    ['adapters', {}],
    ['bridges', 'webSdk'],
    ['onError', 'log'],
  ])('refuse %s: %p', (option, value) => {
    expect(() => read({ [option]: value })).toThrow(
      expect.objectContaining({ name: 'OptInError', code: 'invalid-config', message: expect.stringContaining(`\`${option}\` must be ${accepted[option] ?? 'true or false'}; it got `) }),
    )
  })

  it.each([5, 'text', null, []])('refuse to be %p', (settings) => {
    expect(() => read(settings)).toThrow(expect.objectContaining({ code: 'invalid-config' }))
  })
})

it('refuse a bridge whose map names a category nobody knows, and know the categories of the page', () => {
  const bridge = Object.assign(() => {}, { map: { a: ['chat'] } })
  expect(() => read({ bridges: [connector, bridge] })).toThrow(expect.objectContaining({ code: 'invalid-config' }))
  expect(read({ categories: { CHAT: 'chat' }, bridges: [connector, bridge] }).connectors).toHaveLength(2)
})
