/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://shop.example.test/page"}
 */
import * as fc from 'fast-check'
import { parseSetCookie } from 'set-cookie-parser'
import { createOptIn } from '../../lib/createOptIn.js'
import { readPermissions } from '../../lib/server/readPermissions.js'
import { serializePermissions } from '../../lib/server/serializePermissions.js'
import type { OptInConfig } from '../../lib/types.js'
import { categories } from './visitors.js'

const all = (permission: boolean) => Object.fromEntries(categories.map((category) => [category, permission]))
const asked = { doesOptInApply: true, isOptInStorageEnabled: true } as const
const parse = (lines: string[]) => lines.map((line) => parseSetCookie(line, { decodeValues: false })[0]!)
const content = (line: string) => JSON.parse(decodeURIComponent(parse([line])[0]!.value))
const header = (lines: string[]) => lines.map((line) => line.split(';', 1)[0]).join('; ')

const keep = (lines: string[]) => lines.forEach((line) => (document.cookie = line))
afterEach(() => {
  for (const name of ['adobeujs-optin', 'visitor-opt-in'])
    for (const place of ['', '; domain=example.test']) document.cookie = `${name}=; path=/; max-age=0${place}`
  expect(document.cookie).toBe('')
})

describe('the cookies a server sets', () => {
  it('hold the eight categories of ECID in the one cookie, and nothing else', () => {
    const lines = serializePermissions({ ...all(false), aa: true }, asked)
    expect(lines).toHaveLength(1)
    expect(parse(lines)[0]).toMatchObject({ name: 'adobeujs-optin', path: '/', maxAge: 34_190_000 })
    expect(content(lines[0]!)).toEqual({ ...all(false), aa: true })
  })

  it('need no answer of the functions of the settings', () => {
    const config = { ...asked, doesOptInApply: () => true, previousPermissions: () => ({ aa: false }) }
    expect(serializePermissions(all(true), config)).toEqual(serializePermissions(all(true), asked))
  })

  it('deny what was not named', () => expect(content(serializePermissions({ ANALYTICS: true })[0]!)).toEqual({ ...all(false), aa: true }))

  it('are two when more must be kept', () => {
    const config = { ...asked, categories: { CHAT: 'chat' }, policyVersion: 'v;2 ü' } as const
    const lines = serializePermissions({ aa: true, chat: true }, config)
    expect(parse(lines).map(({ name }) => name)).toEqual(['adobeujs-optin', 'visitor-opt-in'])
    expect(content(lines[0]!)).toEqual({ ...all(false), aa: true })
    expect(content(lines[1]!)).toEqual({ permissions: { chat: true }, policyVersion: 'v;2 ü' })
  })

  it.each<[string, OptInConfig, Record<string, unknown>]>([
    ['a domain', { optInCookieDomain: 'example.test' }, { domain: 'example.test' }],
    ['the domain as Adobe’s documents spell it', { optInCookiesDomain: 'example.test' }, { domain: 'example.test' }],
    ['no domain', {}, { domain: undefined }],
    ['a lifetime', { optInStorageExpiry: 60 }, { maxAge: 60 }],
    ['until the browser closes', { optInStorageExpiry: 'SESSION' }, { maxAge: undefined, expires: undefined }],
    ['Secure', { secureCookie: true }, { secure: true }],
    ['SameSite', { sameSiteCookie: 'Lax' }, { sameSite: 'Lax' }],
    ['values as text', { optInStorageExpiry: '60', secureCookie: 'true' } as never, { maxAge: 60, secure: true }],
  ])('carry the attributes of the settings: %s', (_, config, attributes) => {
    for (const policyVersion of [undefined, '1'])
      for (const cookie of parse(serializePermissions(all(true), { ...config, policyVersion }))) expect(cookie).toEqual(expect.objectContaining(withoutUndefined(attributes)))
    for (const [name, value] of Object.entries(attributes))
      if (value === undefined) expect(parse(serializePermissions(all(true), config))[0]).not.toHaveProperty(name)
  })

  it('take the cookies away where nothing is to be kept', () => {
    keep(serializePermissions(all(true), asked))
    expect(document.cookie).not.toBe('')
    const removal = serializePermissions(all(true), { ...asked, optInStorageExpiry: 'NONE' })
    expect(parse(removal)[0]).toMatchObject({ value: '', maxAge: 0 })
    keep(removal)
    expect(document.cookie).toBe('')
  })

  it('are understood by the browser’s side, for every decision and setting', () => {
    const decisions = fc.record(Object.fromEntries([...categories, 'chat'].map((category) => [category, fc.boolean()])))
    const settings = fc.record({
      optInCookieDomain: fc.constantFrom('', 'example.test', 'shop.example.test'),
      optInStorageExpiry: fc.constantFrom<number | 'SESSION'>(0, 3_600, 'SESSION'),
      secureCookie: fc.boolean(),
      sameSiteCookie: fc.constantFrom<'Strict' | 'Lax'>('Strict', 'Lax'),
      policyVersion: fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 30 })),
    })
    fc.assert(
      fc.property(decisions, settings, (decision, setting) => {
        const config = { ...asked, ...setting, categories: { CHAT: 'chat' }, otherTabs: false } as const
        const lines = serializePermissions(decision, config)
        expect(readPermissions(header(lines), config)).toEqual({ permissions: decision, status: 'complete' })
        keep(lines)
        const optIn = createOptIn(config)
        expect([optIn.permissions, optIn.status]).toEqual([decision, 'complete'])
        // The browser's next decision leaves one cookie of each name, and the server reads that.
        optIn.decide({ aa: !decision['aa'] })
        expect(document.cookie.match(/adobeujs-optin=/g)).toHaveLength(1)
        expect(readPermissions(document.cookie, config).permissions).toEqual({ ...decision, aa: !decision['aa'] })
        optIn.reset().destroy()
      }),
      { numRuns: 300 },
    )
  })
})

describe('given the cookies of the request', () => {
  const encode = (value: unknown) => encodeURIComponent(JSON.stringify(value))
  const before = `adobeujs-optin=${encode({ ...all(false), iabConsentHash: 'h' })}; a=b`

  it('what other libraries keep in the cookie stays', () => {
    expect(content(serializePermissions(all(true), asked, before)[0]!)).toEqual({ ...all(true), iabConsentHash: 'h' })
    expect(content(serializePermissions(all(true), asked)[0]!)).toEqual(all(true))
  })

  it('a second cookie that is needed no more is taken away', () => {
    const old = `adobeujs-optin=${encode(all(true))}; visitor-opt-in=${encode({ policyVersion: '1' })}`
    expect(parse(serializePermissions(all(true), asked, old))[1]).toMatchObject({ name: 'visitor-opt-in', value: '', maxAge: 0 })
  })
})

describe('a decision that cannot be kept is refused', () => {
  it('beyond the very byte that browsers take', () => {
    const write = (length: number) => serializePermissions(all(true), { policyVersion: 'v'.repeat(length) })
    const rest = header(write(1)).split('; ')[1]!.length - '='.length - 1
    expect(write(4_096 - rest)).toHaveLength(2)
    expect(() => write(4_097 - rest)).toThrow(expect.objectContaining({ code: 'storage-failed', message: expect.stringContaining('would be 4097 bytes; browsers take 4096') }))
  })

  const many = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`NAME_${at}`, `a-rather-long-category-${at}`]))
  it.each<[string, string, unknown, unknown]>([
    ['no decision', 'invalid-category', undefined, asked],
    ['an empty one', 'invalid-category', {}, asked],
    ['a category nobody knows', 'invalid-category', { nonsense: true }, asked],
    ['a built-in name', 'invalid-category', { constructor: true }, asked],
    ['a permission that is text', 'invalid-permission', { aa: 'true' }, asked],
    ['a domain that would end the attribute', 'invalid-config', { aa: true }, { optInCookieDomain: 'example.test; httponly' }],
    ['a line break', 'invalid-config', { aa: true }, { optInCookieDomain: 'example.test\r\nset-cookie: a=b' }],
    ['a SameSite that is none', 'invalid-config', { aa: true }, { sameSiteCookie: 'Sometimes' }],
    ['a version too long for a cookie', 'storage-failed', { aa: true }, { policyVersion: 'v'.repeat(4_096) }],
    ['more categories than a cookie can hold', 'storage-failed', { aa: true }, { categories: many }],
  ])('%s', (_, code, decision, config) =>
    expect(() => serializePermissions(decision as never, config as never)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(/^\[OptIn\] /) })))
})

const withoutUndefined = (attributes: Record<string, unknown>) => Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined))
