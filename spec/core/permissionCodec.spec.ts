import fc from 'fast-check'
import { addCategories, Categories, indexCategories } from '../../lib/core/categories.js'
import * as codec from '../../lib/core/permissionCodec.js'

const cookie = (content: unknown, name = 'adobeujs-optin') => `${name}=${encodeURIComponent(JSON.stringify(content))}`
const own = (content: unknown) => cookie(content, 'visitor-opt-in')
const withChat = addCategories({ CHAT: 'chat' })
const decoded = (cookies: string, policyVersion?: string) => codec.toStored(codec.decodeDecision(cookies), { index: indexCategories(withChat), policyVersion })

describe('a permission', () => {
  it.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    [1, undefined],
    ['yes', undefined],
    ['TRUE', undefined],
    [null, undefined],
    [['true'], undefined],
    [{}, undefined],
  ])('is read from %p as %p', (value, permission) => {
    expect(codec.toPermission(value)).toBe(permission)
  })

  it('is denied when a map names its category twice and one of them denies', () => {
    const index = indexCategories(Categories)
    expect(codec.readPermitted([{ aa: true, ANALYTICS: false }], index)).toEqual({ aa: false })
    expect(codec.readPermitted([{ aa: false, ANALYTICS: true }], index)).toEqual({ aa: false })
  })

  it('is left out, and named, when its category or value is none', () => {
    const refused: string[] = []
    const map = JSON.parse('{"aa":true,"foo":true,"target":"yes","__proto__":true,"constructor":true}') as object
    expect(codec.readPermitted([map, null, ['aa'], 'aa'], indexCategories(Categories), refused)).toEqual({ aa: true })
    expect(refused).toEqual(['foo', 'target', '__proto__', 'constructor'])
  })
})

it.each([
  ['{"a":1}', { a: 1 }],
  [{ a: 1 }, { a: 1 }],
  ['[1]', undefined],
  ['nonsense', undefined],
  [[1], undefined],
  [5, undefined],
])('a map may also come as JSON text: %j', (value, map) => expect(codec.toMap(value)).toEqual(map))

describe('the cookies of a decision', () => {
  it.each(([
    ['no cookie', '', undefined],
    ['another cookie', 'a=1; b=2', undefined],
    ['some categories', cookie({ aa: true, target: false }), { aa: true, target: false }],
    ['values as text', cookie({ aa: 'true', target: 'false' }), { aa: true, target: false }],
    ['among others', `x=1; ${cookie({ aa: true })}; y=2`, { aa: true }],
    ['a name that only ends alike', `my${cookie({ aa: true })}`, undefined],
    ['a name within a value', `x=${cookie({ aa: true })}`, undefined],
    ['keys of other libraries', cookie({ aa: true, foo: true, iabConsentHash: 'x', videoaa: false }), { aa: true }],
    ['only keys of other libraries', cookie({ iabConsentHash: 'x' }), undefined],
    ['a category by its name', cookie({ ANALYTICS: true }), undefined],
    ['a category of one’s own, where VisitorAPI would choke on it', cookie({ aa: true, chat: true }), { aa: true }],
    ['no JSON', 'adobeujs-optin=hello', undefined],
    ['JSON that is no map', cookie(['aa']), undefined],
    ['null', cookie(null), undefined],
    ['a broken percent sign', 'adobeujs-optin=%E0%A4%A', undefined],
    ['prototype keys', 'adobeujs-optin=' + encodeURIComponent('{"__proto__":{"aa":true},"constructor":true}'), undefined],
    ['two that disagree', `${cookie({ aa: true, ecid: true })}; ${cookie({ aa: false })}`, { aa: false, ecid: true }],
    ['two, one of them corrupt', `adobeujs-optin=x; ${cookie({ aa: true })}`, { aa: true }],
    ['the second cookie too', `${cookie({ aa: true })}; ${own({ permissions: { chat: true } })}`, { aa: true, chat: true }],
    ['two second cookies', `${cookie({ aa: true })}; ${own({ permissions: { chat: true } })}; ${own({ permissions: { chat: false } })}`, { aa: true, chat: false }],
    ['a second cookie that forges the first', `${cookie({ aa: false })}; ${own({ permissions: { aa: true, chat: true } })}`, { aa: false, chat: true }],
    ['a second cookie that forges the first by name', `${cookie({ aa: true })}; ${own({ permissions: { ANALYTICS: false, chat: true } })}`, { aa: true, chat: true }],
    ['one longer than any browser keeps', cookie({ aa: true, more: 'x'.repeat(5_000) }), undefined],
    ['only the second', own({ permissions: { chat: true } }), undefined],
    ['the right policy', `${cookie({ aa: true })}; ${own({ permissions: {}, policyVersion: '2' })}`, { aa: true }, '2'],
    ['another policy', `${cookie({ aa: true })}; ${own({ permissions: {}, policyVersion: '1' })}`, undefined, '2'],
    ['no policy', cookie({ aa: true }), undefined, '2'],
    ['two policies', `${cookie({ aa: true })}; ${own({ policyVersion: '2' })}; ${own({ policyVersion: '1' })}`, undefined, '2'],
    ['two policies that would read like one in a list', `${cookie({ aa: true })}; ${own({ policyVersion: '2' })}; ${own({ policyVersion: '1' })}`, undefined, '2,1'],
    ['two policies that would read like one when joined', `${cookie({ aa: true })}; ${own({ policyVersion: '2' })}; ${own({ policyVersion: '1' })}`, undefined, '21'],
    ['a policy nobody asks for', `${cookie({ aa: true })}; ${own({ policyVersion: '1' })}`, { aa: true }],
  ] as [string, string, unknown, string?][]).map(([title, cookies, decision, version]) => ({ title, cookies, decision, version })))('are read with $title', ({ cookies, decision, version: policyVersion }) => {
    expect(decoded(cookies, policyVersion)).toEqual(decision)
  })

  it('keep what other libraries hold, and put nothing of ours into the shared one', () => {
    const foreign = codec.sharedContent(cookie({ aa: true, other: 'kept' }))
    const [shared, second] = codec.encodeDecision({ permissions: { aa: false, chat: true }, policyVersion: '3' }, foreign)
    expect(JSON.parse(decodeURIComponent(shared))).toEqual({ other: 'kept', aa: false })
    expect(JSON.parse(decodeURIComponent(second))).toEqual({ permissions: { chat: true }, policyVersion: '3' })
  })

  it('need no second one when there is nothing it must hold', () => {
    expect(codec.encodeDecision({ permissions: { aa: true } }, new Map())[1]).toBe('')
    expect(codec.encodeDecision(undefined, new Map())).toEqual(['', ''])
  })

  it('give back every decision they were given', () => {
    const decision = fc.dictionary(fc.constantFrom(...Object.values(withChat)), fc.boolean(), { minKeys: 1 })
    fc.assert(
      fc.property(decision, fc.option(fc.string(), { nil: undefined }), (permissions, policyVersion) => {
        const [shared, second] = codec.encodeDecision({ permissions: { aa: true, ...permissions }, policyVersion }, new Map())
        const cookies = `x=1; adobeujs-optin=${shared}; visitor-opt-in=${second}`
        expect(decoded(cookies, policyVersion)).toEqual({ aa: true, ...permissions })
      }),
    )
  })

  it('are read whatever a hostile text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (value, name) => {
        const read = decoded(`adobeujs-optin=${value}; ${name}=${value}`) ?? {}
        expect(Object.values(read).every((one) => typeof one === 'boolean')).toBe(true)
      }),
    )
  })
})

describe('a cookie line', () => {
  const settings = { domain: undefined, expiry: 10, flags: '' }
  it.each([
    ['for a time', 'v', settings, 'n=v; path=/; max-age=10'],
    ['until the browser closes', 'v', { ...settings, expiry: Infinity }, 'n=v; path=/'],
    ['on a domain', 'v', { ...settings, domain: 'example.com' }, 'n=v; path=/; domain=example.com; max-age=10'],
    ['with flags', 'v', { ...settings, flags: '; secure; samesite=None' }, 'n=v; path=/; max-age=10; secure; samesite=None'],
    ['that removes', '', { ...settings, expiry: Infinity }, 'n=; path=/; max-age=0'],
  ])('is written %s', (_, value, given, line) => {
    expect(codec.cookieLine('n', value, given, given.domain)).toBe(line)
  })
})
