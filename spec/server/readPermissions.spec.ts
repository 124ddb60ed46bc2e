/**
 * @jest-environment jsdom
 * @jest-environment-options {"url": "https://shop.example.test/page"}
 */
import * as fc from 'fast-check'
import { createOptIn } from '../../lib/createOptIn.js'
import { readPermissions } from '../../lib/server/readPermissions.js'
import type { OptInConfig } from '../../lib/types.js'
import { categories, configs, cookieLines } from './visitors.js'

const encode = (content: unknown) => encodeURIComponent(JSON.stringify(content))
const all = (permission: boolean) => Object.fromEntries(categories.map((category) => [category, permission]))
const asked = { doesOptInApply: true, isOptInStorageEnabled: true } as const
const shared = (content: unknown) => `adobeujs-optin=${encode(content)}`
const own = (content: unknown) => `visitor-opt-in=${encode(content)}`

const inBrowser = (lines: readonly string[], config: OptInConfig) => {
  for (const line of lines) document.cookie = line
  const header = document.cookie
  const optIn = createOptIn({ otherTabs: false, onError: () => {}, ...config })
  const { permissions, status } = optIn
  optIn.destroy()
  for (const line of lines) document.cookie = `${line.replace(/=.*?;/, '=;')}; max-age=0`
  expect(document.cookie).toBe('')
  return { header, answer: { permissions, status } }
}

beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => {}))
afterEach(() => jest.restoreAllMocks())

describe('what the server reads', () => {
  it.each<[string, string, OptInConfig, Record<string, boolean>, string]>([
    ['nothing known, opt-in applies', '', asked, all(false), 'pending'],
    ['nothing known, opt-in does not apply', '', {}, all(true), 'pending'],
    ['a decision', shared({ ...all(true), aa: false }), asked, { ...all(true), aa: false }, 'complete'],
    ['a decision among other cookies', `a=b; ${shared(all(true))};c=d`, asked, all(true), 'complete'],
    ['a denial where opt-in does not apply', shared({ ...all(true), aa: false }), { isOptInStorageEnabled: true }, { ...all(true), aa: false }, 'complete'],
    ['a decision, with storage off', shared(all(true)), { doesOptInApply: true }, all(false), 'pending'],
    ['a part of a decision over pre-opt-in', shared({ aa: false }), { ...asked, preOptInApprovals: { aa: true, target: true } }, { ...all(false), target: true }, 'complete'],
    ['two cookies that disagree: a denial wins', `${shared(all(true))}; ${shared({ aa: false })}`, asked, { ...all(true), aa: false }, 'complete'],
    ['a corrupt cookie', 'adobeujs-optin=%7B%22aa', asked, all(false), 'pending'],
    ['a corrupt cookie beside a good one', `adobeujs-optin=%; ${shared(all(true))}`, asked, all(true), 'complete'],
    ['forged keys', 'adobeujs-optin=%7B%22__proto__%22%3A%7B%22aa%22%3Atrue%7D%2C%22constructor%22%3Atrue%7D', asked, all(false), 'pending'],
    ['values that are no permission', shared({ aa: 'yes', target: 1, aam: 'true' }), asked, { ...all(false), aam: true }, 'complete'],
    ['a cookie whose name only ends like ours', `x${shared(all(true))}`, asked, all(false), 'pending'],
    ['a decision under another policy', `${shared(all(true))}; ${own({ policyVersion: '1' })}`, { ...asked, policyVersion: '2' }, all(false), 'pending'],
    ['a decision under this policy', `${shared(all(true))}; ${own({ policyVersion: '2' })}`, { ...asked, policyVersion: '2' }, all(true), 'complete'],
    ['a decision without a policy, where one is asked for', shared(all(true)), { ...asked, policyVersion: '2' }, all(false), 'pending'],
  ])('%s', (_, cookies, config, permissions, status) => {
    expect(readPermissions(cookies, config)).toEqual({ permissions, status })
  })

  it('knows categories of one’s own', () => {
    const config = { ...asked, categories: { CHAT: 'chat' } } as const
    const cookies = `${shared(all(true))}; ${own({ permissions: { chat: true } })}`
    expect(readPermissions(cookies, config).permissions.chat).toBe(true)
    expect(readPermissions(shared(all(true)), config).permissions.chat).toBe(false)
  })

  it('gives a snapshot that cannot be written to', () => {
    const { permissions } = readPermissions('', asked)
    expect(() => Object.assign(permissions, { aa: true })).toThrow(TypeError)
    expect(readPermissions('', asked).permissions.aa).toBe(false)
  })

  it('asks a function with every request, and takes one that throws for “applies”', () => {
    const doesOptInApply = jest.fn(() => false)
    readPermissions('', { doesOptInApply })
    expect(readPermissions('', { doesOptInApply }).permissions.aa).toBe(true)
    expect(doesOptInApply).toHaveBeenCalledTimes(2)

    const onError = jest.fn()
    const broken = { doesOptInApply: () => { throw new Error('no geography') }, onError }
    expect(readPermissions('', broken).permissions.aa).toBe(false)
    expect(onError.mock.calls).toEqual([[new Error('no geography')]])
  })

  it.each<[string, () => never | Promise<never>]>([
    ['throws', () => { throw new Error('no storage') }],
    ['answers a promise that is rejected', () => Promise.reject(new Error('no storage'))],
  ])('reports a storage of the site’s own that %s, and takes it for no decision', async (_, load) => {
    const onError = jest.fn()
    expect(readPermissions('', { ...asked, storage: { load, save: () => {} }, onError }).status).toBe('pending')
    await Promise.resolve()
    expect(onError.mock.calls).toEqual([[new Error('no storage')]])
  })

  it.each<[string, unknown]>([
    ['isOptInStorageEnabled', { isOptInStorageEnabled: 'sometimes' }],
    ['policyVersion', { policyVersion: 2 }],
    ['storage', { storage: {} }],
    ['config', 'doesOptInApply'],
    ['categories', { categories: { AAM: 'other' } }],
  ])('refuses what createOptIn refuses: %s', (option, config) => {
    const refusal = expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining(option) })
    expect(() => readPermissions('', config as OptInConfig)).toThrow(refusal)
    expect(() => createOptIn(config as OptInConfig)).toThrow(refusal)
  })
})

describe('the server and the browser', () => {
  it('give the same answer for the same cookies and the same settings', () => {
    const statuses = new Set<string>()
    fc.assert(
      fc.property(cookieLines, configs, (lines, config) => {
        const { header, answer } = inBrowser(lines, config)
        expect(readPermissions(header, config)).toEqual(answer)
        statuses.add(answer.status + answer.permissions.aa)
      }),
      { numRuns: 3_000 },
    )
    // The question was a real one: every kind of answer was among them.
    expect([...statuses].sort()).toEqual(['completefalse', 'completetrue', 'pendingfalse', 'pendingtrue'])
  })
})

describe('a hostile header', () => {
  const mega = 1_000_000
  it.each<[string, string]>([
    ['one long value', `adobeujs-optin=${'%7B'.repeat(mega / 3)}`],
    ['ten thousand cookies of our name', `${shared(all(true))}; `.repeat(mega / 200)],
    ['nothing but our name', 'adobeujs-optin='.repeat(mega / 15)],
    ['blanks and our name', `${' '.repeat(1_000)}adobeujs-optin=1;`.repeat(mega / 1_000)],
    ['blanks only', `${' '.repeat(mega)}adobeujs-optin=`],
    ['deep JSON', `adobeujs-optin=${'['.repeat(mega)}`],
    ['semicolons', ';'.repeat(mega)],
    ['many keys', `adobeujs-optin=${encode(Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`k${at}`, true])))}`],
  ])('of one megabyte is read in less than a second: %s', (_, header) => {
    const start = performance.now()
    expect(readPermissions(header, asked).permissions).toHaveProperty('aa')
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
