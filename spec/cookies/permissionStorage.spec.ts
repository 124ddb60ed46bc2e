/** @jest-environment node */
import type { CookieJar } from 'jsdom'
import type { Jar } from '../../lib/cookies/jar.js'
import { createAttempt } from '../../lib/cookies/attempt.js'
import { cookieStorage } from '../../lib/cookies/permissionStorage.js'
import type { Permitted } from '../../lib/core/permissionCodec.js'
import { toStored } from '../../lib/core/permissionCodec.js'
import { createCall } from '../../lib/core/createCall.js'
import { readConfig } from '../../lib/core/readConfig.js'
import { cookieJar } from '../fakes/cookieJar.js'

const setUp = (settings: object = {}, jar: Jar & { store?: CookieJar } = cookieJar()) => {
  const errors: unknown[] = []
  const config = readConfig({ isOptInStorageEnabled: true, ...settings }, () => {}, createCall(() => {}))
  const { policyVersion } = config
  const kept = cookieStorage(config, () => jar)
  const attempt = createAttempt('Refused.', (error) => errors.push(error))
  // As the hall uses it.
  const storage = {
    load: () => attempt(kept.load, (found) => toStored(found, config)),
    save: (permissions?: Permitted) =>
      attempt(
        () => kept.save(permissions && { permissions, policyVersion }),
        () => true,
      ),
    memoize: (content: object) => attempt(() => kept.save(kept.load(), Object.entries(content))),
    recall: (key: string) => attempt(() => kept.getMemoizedContent(key)),
  }
  const url = `https://${jar.location.hostname}/`
  const cookies = (name = 'adobeujs-optin') => (jar.store?.getCookiesSync(url) ?? []).filter(({ key }) => key === name)
  const content = (name?: string) => cookies(name).map(({ value }) => JSON.parse(decodeURIComponent(value)) as unknown)
  return { storage, jar, errors, cookies, content }
}
const put = (jar: { store: CookieJar }, content: unknown, domain?: string, url = 'https://www.example.com/') =>
  jar.store.setCookieSync(`adobeujs-optin=${encodeURIComponent(JSON.stringify(content))}; path=/${domain ? `; domain=${domain}` : ''}`, url)

describe('the opt-in cookie', () => {
  it.each([
    ['https://www.example.com/', {}, 'example.com', false],
    ['https://www.shop.example.co.uk/', {}, 'example.co.uk', false],
    ['https://example.com/', {}, 'example.com', true],
    ['https://localhost/', {}, 'localhost', true],
    ['https://127.0.0.1/', {}, '127.0.0.1', true],
    ['https://a.b.example.com/', { optInCookieDomain: 'b.example.com' }, 'b.example.com', false],
  ])('of %s with %p is on %s', (url, settings, domain, hostOnly) => {
    const { storage, cookies, errors } = setUp(settings, cookieJar(url))
    expect(storage.save({ aa: true })).toBe(true)
    expect(cookies()).toEqual([expect.objectContaining({ domain, hostOnly, path: '/' })])
    expect(errors).toEqual([])
  })

  it.each(['www.example.com', 'localhost', 'www.shop.example.co.uk', '127.0.0.1'])('of %s is renewed by a decision that changes nothing', (host) => {
    const jar = cookieJar(`https://${host}/`)
    setUp({ optInStorageExpiry: 60 }, jar).storage.save({ aa: true })
    const { storage, cookies } = setUp({ optInStorageExpiry: 600 }, jar)
    storage.save({ aa: true })
    expect(cookies()).toEqual([expect.objectContaining({ maxAge: 600 })])
  })

  it('finds its domain once', () => {
    const jar = cookieJar('https://www.shop.example.co.uk/')
    const { storage } = setUp({}, jar)
    storage.save({ aa: true })
    const before = jar.lines.length
    storage.save({ aa: false })
    expect(jar.lines.length - before).toBe(1)
  })

  it.each([
    [{}, 34_190_000],
    [{ optInStorageExpiry: 60 }, 60],
    [{ optInStorageExpiry: 1 }, 1],
    [{ optInStorageExpiry: 'SESSION' }, null],
  ])('with %p lives for %p seconds', (settings, seconds) => {
    const { storage, cookies } = setUp(settings)
    storage.save({ aa: true })
    expect(cookies()[0]?.maxAge).toBe(seconds)
  })

  it.each([-10, 'NONE'])('with the lifetime %p keeps nothing, and removes what was there', (optInStorageExpiry) => {
    const jar = cookieJar()
    put(jar, { aa: true }, 'example.com')
    const { storage, cookies, errors } = setUp({ optInStorageExpiry }, jar)
    storage.save({ aa: false })
    expect([cookies(), errors]).toEqual([[], []])
  })

  it('takes the attributes of the settings', () => {
    const { storage, cookies } = setUp({ secureCookie: true, sameSiteCookie: 'None', policyVersion: '2' })
    storage.save({ aa: true })
    for (const name of ['adobeujs-optin', 'visitor-opt-in'])
      expect(cookies(name)).toEqual([expect.objectContaining({ secure: true, sameSite: 'none', domain: 'example.com', maxAge: 34_190_000 })])
  })

  it('comes back, and is forgotten', () => {
    const { storage, cookies } = setUp()
    storage.save({ aa: true, ecid: false })
    expect(storage.load()).toEqual({ aa: true, ecid: false })
    storage.save(undefined)
    expect([storage.load(), cookies()]).toEqual([undefined, []])
  })

  it('keeps the keys of other libraries, which survive a reset, but not a hash that would count as a decision', () => {
    const jar = cookieJar()
    put(jar, { aa: true, other: 'kept', iabConsentHash: 'x' }, 'example.com')
    const { storage, content } = setUp({}, jar)
    storage.save({ aa: false })
    expect(content()).toEqual([{ aa: false, other: 'kept', iabConsentHash: 'x' }])
    storage.save(undefined)
    expect(content()).toEqual([{ other: 'kept' }])
  })

  it('is the only one after a decision, though others of its name stood on other domains', () => {
    const url = 'https://a.b.example.com/'
    const jar = cookieJar(url)
    for (const domain of ['example.com', 'b.example.com', 'a.b.example.com', undefined]) put(jar, { aa: domain !== 'b.example.com', ecid: true }, domain, url)
    const { storage, content, cookies } = setUp({}, jar)
    expect(storage.load()).toEqual({ aa: false, ecid: true })
    storage.save({ aa: false, ecid: false })
    expect([content(), cookies()[0]?.domain]).toEqual([[{ aa: false, ecid: false }], 'example.com'])
  })

  it('leaves nothing of an older approval when the browser takes the new decision on no domain', () => {
    const jar = cookieJar()
    put(jar, { aa: true }, 'example.com')
    const { storage, cookies, errors } = setUp({ optInCookieDomain: 'other.org' }, jar)
    expect(storage.save({ aa: false })).toBeFalsy()
    expect(cookies()).toEqual([])
    expect(errors).toEqual([expect.objectContaining({ code: 'storage-failed' })])
  })

  it('has a second one for what it must not hold, only as long as there is something', () => {
    const jar = cookieJar()
    const settings = { categories: { CHAT: 'chat' }, policyVersion: '2' }
    const { storage, content } = setUp(settings, jar)
    storage.save({ aa: true, chat: true })
    expect([content(), content('visitor-opt-in')]).toEqual([[{ aa: true }], [{ permissions: { chat: true }, policyVersion: '2' }]])
    expect(storage.load()).toEqual({ aa: true, chat: true })
    expect(setUp({ ...settings, policyVersion: '3' }, jar).storage.load()).toBeUndefined()
    const plain = setUp({}, jar)
    plain.storage.save({ aa: true })
    expect(plain.content('visitor-opt-in')).toEqual([])
  })

  it('holds no older decision when the browser refuses the second one', () => {
    const whole = cookieJar()
    put(whole, { aa: true })
    const jar: Jar = {
      location: whole.location,
      get cookie() {
        return whole.cookie
      },
      set cookie(line) {
        if (!line.startsWith('visitor-opt-in=%')) whole.cookie = line
      },
    }
    const { storage, errors } = setUp({ categories: { CHAT: 'chat' } }, jar)
    expect(storage.save({ aa: false, chat: true })).toBeFalsy()
    expect([storage.load(), errors]).toEqual([{ aa: false }, [expect.objectContaining({ code: 'storage-failed' })]])
  })
})

describe('plugin data', () => {
  it('is kept beside the decision, before and after one', () => {
    const { storage, content } = setUp()
    storage.memoize({ note: 'hello' })
    expect([content(), storage.load(), storage.recall('note')]).toEqual([[{ note: 'hello' }], undefined, 'hello'])
    storage.save({ aa: true })
    storage.memoize({ note: 'again' })
    expect(content()).toEqual([{ aa: true, note: 'again' }])
    expect([storage.recall('absent'), storage.recall('constructor')]).toEqual([undefined, undefined])
  })

  it('that is too long for a cookie is reported, and takes neither the decision along nor what was kept before', () => {
    const { storage, content, errors } = setUp()
    storage.save({ aa: false })
    storage.memoize({ note: 'hello' })
    storage.memoize({ long: 'x'.repeat(4_096) })
    expect([content(), storage.load(), errors]).toEqual([[{ aa: false, note: 'hello' }], { aa: false }, [expect.objectContaining({ code: 'storage-failed' })]])
    storage.memoize({ long: 'x'.repeat(3_900) })
    expect(storage.recall('long')).toHaveLength(3_900)
  })

  it('leaves what the second cookie holds, also of categories and a policy that this page does not know', () => {
    const jar = cookieJar()
    setUp({ categories: { CHAT: 'chat' }, policyVersion: '2' }, jar).storage.save({ aa: true, chat: true })
    const { storage, content, cookies } = setUp({ optInStorageExpiry: 600 }, jar)
    storage.memoize({ note: 'hello' })
    expect([content(), content('visitor-opt-in')]).toEqual([[{ aa: true, note: 'hello' }], [{ permissions: { chat: true }, policyVersion: '2' }]])
    expect([cookies()[0]?.maxAge, cookies('visitor-opt-in')[0]?.maxAge]).toEqual([600, 600])
  })
})

describe('a browser that refuses', () => {
  const location = { hostname: 'www.example.com' }
  const blocked: Jar = {
    location,
    get cookie() {
      return ''
    },
    set cookie(_line) {},
  }
  const throwing: Jar = {
    location,
    get cookie(): string {
      throw new Error('no cookies here')
    },
    set cookie(_line) {},
  }

  it.each([
    ['keeps nothing', blocked],
    ['throws', throwing],
  ])('and %s is reported once, and breaks nothing', (_, jar) => {
    const { storage, errors } = setUp({}, jar)
    expect(storage.load()).toBeUndefined()
    expect([storage.save({ aa: true }), storage.save({ aa: false })].some(Boolean)).toBe(false)
    storage.memoize({ note: 1 })
    expect(storage.recall('note')).toBeUndefined()
    expect(errors).toEqual([expect.objectContaining({ code: 'storage-failed', message: expect.stringContaining('this page only') })])
  })
})
