/*
 * Every adapter in the same situations. A new adapter gets them by one row in `rows`, with its platform.
 */
import { c15t } from '../../lib/adapters/c15t.js'
import { cookiebot } from '../../lib/adapters/cookiebot.js'
import { custom } from '../../lib/adapters/custom.js'
import { didomi } from '../../lib/adapters/didomi.js'
import { gpp } from '../../lib/adapters/gpp.js'
import { klaro } from '../../lib/adapters/klaro.js'
import { oneTrust } from '../../lib/adapters/oneTrust.js'
import { orejime } from '../../lib/adapters/orejime.js'
import { tarteaucitron } from '../../lib/adapters/tarteaucitron.js'
import { tcf } from '../../lib/adapters/tcf.js'
import { trustArc } from '../../lib/adapters/trustArc.js'
import { usercentrics } from '../../lib/adapters/usercentrics.js'
import { usPrivacy } from '../../lib/adapters/usPrivacy.js'
import { vanillaCookieConsent } from '../../lib/adapters/vanillaCookieConsent.js'
import type { PlatformOptions } from '../../lib/connect/readOptions.js'
import type { Connector, Decision } from '../../lib/types.js'
import { realC15t } from '../fakes/c15t.js'
import { fakeCookiebot } from '../fakes/cookiebot.js'
import { customOptions, fakeCustom } from '../fakes/custom.js'
import { fakeDidomi } from '../fakes/didomi.js'
import { realGpp } from '../fakes/gpp.js'
import { realKlaro } from '../fakes/klaro.js'
import { fakeOneTrust } from '../fakes/oneTrust.js'
import { realOrejime } from '../fakes/orejime.js'
import type { FakePlatform } from '../fakes/platform.js'
import { page } from '../fakes/platform.js'
import { fakeTarteaucitron } from '../fakes/tarteaucitron.js'
import { realTcf } from '../fakes/tcf.js'
import { fakeTrustArc } from '../fakes/trustArc.js'
import { fakeUsercentrics2, fakeUsercentrics3 } from '../fakes/usercentrics.js'
import { fakeUsPrivacy } from '../fakes/usPrivacy.js'
import { realVanillaCookieConsent } from '../fakes/vanillaCookieConsent.js'
import type { Visit } from '../fakes/visit.js'
import { leave, turn, until, visit } from '../fakes/visit.js'

interface Row {
  readonly name: string
  /** Of a platform that has several rows. */
  readonly version?: string
  readonly adapter: (options?: PlatformOptions) => Connector
  readonly platform: () => FakePlatform
  /** Their ids that a visitor can approve: all, and a part. */
  readonly all: readonly string[]
  readonly some: readonly string[]
  /** What the part becomes; categories that are not named are left alone. */
  readonly then: Decision
  /** The options of a page that has need of some. */
  readonly options?: PlatformOptions
}

const rows: readonly Row[] = [
  {
    name: 'tcf',
    adapter: tcf,
    platform: realTcf,
    options: { map: { 1: 'aam', 10: 'aa' } },
    all: ['1', '10'],
    some: ['10'],
    then: { aam: false, aa: true, ecid: true },
  },
  {
    name: 'gpp',
    adapter: gpp,
    platform: realGpp,
    options: { map: { SaleOptOut: 'aam', SharingOptOut: 'adcloud', TargetedAdvertisingOptOut: 'target' } },
    all: ['SaleOptOut', 'SharingOptOut', 'TargetedAdvertisingOptOut'],
    some: ['SharingOptOut'],
    then: { aam: false, adcloud: true, target: false, ecid: true },
  },
  // One answer has no part: the whole is the part.
  { name: 'usPrivacy', adapter: usPrivacy, platform: fakeUsPrivacy, all: ['sale'], some: ['sale'], then: { aam: true, adcloud: true, ecid: true } },
  {
    name: 'custom',
    adapter: (options) => custom({ ...customOptions, ...options }),
    platform: fakeCustom,
    all: ['numbers', 'ads'],
    some: ['numbers'],
    then: { aa: true, aam: false, adcloud: false, ecid: true },
  },
  {
    name: 'oneTrust',
    adapter: oneTrust,
    platform: fakeOneTrust,
    options: { map: { C0002: 'aa', C0003: 'target', C0004: 'aam' } },
    all: ['C0002', 'C0003', 'C0004'],
    some: ['C0003'],
    then: { aa: false, target: true, aam: false, ecid: true },
  },
  {
    name: 'cookiebot',
    adapter: cookiebot,
    platform: fakeCookiebot,
    options: { map: { statistics: 'aa', preferences: 'target', marketing: 'aam' } },
    all: ['statistics', 'preferences', 'marketing'],
    some: ['statistics'],
    then: { aa: true, target: false, aam: false, ecid: true },
  },
  {
    name: 'didomi',
    adapter: didomi,
    platform: fakeDidomi,
    options: { map: { analytics: 'aa', functional: 'target', marketing: 'aam' } },
    all: ['analytics', 'functional', 'marketing'],
    some: ['marketing'],
    then: { aa: false, target: false, aam: true, ecid: true },
  },
  {
    name: 'usercentrics',
    version: '2',
    adapter: usercentrics,
    platform: fakeUsercentrics2,
    options: { map: { functional: 'aa', marketing: 'aam' } },
    all: ['functional', 'marketing'],
    some: ['functional'],
    then: { aa: true, aam: false, ecid: true },
  },
  {
    name: 'usercentrics',
    version: '3',
    adapter: usercentrics,
    platform: fakeUsercentrics3,
    options: { map: { functional: 'aa', marketing: 'aam' } },
    all: ['functional', 'marketing'],
    some: ['marketing'],
    then: { aa: false, aam: true, ecid: true },
  },
  {
    name: 'trustArc',
    adapter: trustArc,
    platform: fakeTrustArc,
    options: { map: { 2: 'aa', 3: 'aam' } },
    all: ['2', '3'],
    some: ['2'],
    then: { aa: true, aam: false, ecid: true },
  },
  {
    name: 'vanillaCookieConsent',
    adapter: vanillaCookieConsent,
    platform: realVanillaCookieConsent,
    options: { map: { analytics: 'aa', functionality: 'target', marketing: 'aam' } },
    all: ['analytics', 'functionality', 'marketing'],
    some: ['analytics'],
    then: { aa: true, target: false, aam: false, ecid: true },
  },
  {
    name: 'klaro',
    adapter: klaro,
    platform: realKlaro,
    options: { map: { analytics: 'aa', functional: 'target', marketing: 'aam' } },
    all: ['analytics', 'functional', 'marketing'],
    some: ['functional'],
    then: { aa: false, target: true, aam: false, ecid: true },
  },
  {
    name: 'tarteaucitron',
    adapter: tarteaucitron,
    platform: fakeTarteaucitron,
    options: { map: { analytic: 'aa', ads: 'aam', player: 'target' } },
    all: ['analytic', 'ads', 'player'],
    some: ['ads'],
    then: { aa: false, aam: true, target: false, ecid: true },
  },
  {
    name: 'orejime',
    adapter: orejime,
    platform: realOrejime,
    options: { map: { analytics: 'aa', functional: 'target', marketing: 'aam' } },
    all: ['analytics', 'functional', 'marketing'],
    some: ['analytics'],
    then: { aa: true, target: false, aam: false, ecid: true },
  },
  {
    name: 'c15t',
    adapter: c15t,
    platform: realC15t,
    options: { map: { measurement: 'aa', experience: 'target', marketing: 'aam' } },
    all: ['measurement', 'experience', 'marketing'],
    some: ['measurement'],
    then: { aa: true, target: false, aam: false, ecid: true },
  },
]

afterEach(() => {
  leave()
  for (const name of ['__tcfapi', '__gpp', '__uspapi', 'home']) delete page[name]
})

describe.each(rows.map((row) => ({ title: [row.name, row.version].join(' ').trim(), ...row })))('$title', ({ name, adapter, platform, all, some, then, options }) => {
  const categories = Object.keys(then)
  const same = (value: boolean) => Object.fromEntries(categories.map((category) => [category, value]))
  const open = (more?: PlatformOptions, config?: Parameters<typeof visit>[1]): Visit => visit(adapter({ ...options, ...more }), config)
  const choose = async (system: FakePlatform, ids: readonly string[]) => {
    await system.choose(ids)
    await turn()
  }

  describe('loaded before us', () => {
    it('is pending while the visitor has not chosen', async () => {
      await platform().load()
      // One that answers “no data” to whoever asks cannot be told from one that has not come.
      const { optIn, completions, errors } = open(name === 'usPrivacy' ? {} : { timeout: 20 })
      await turn()
      await new Promise((resolve) => setTimeout(resolve, 25))
      expect(optIn.status).toBe('pending')
      expect(completions).toEqual([])
      expect(errors).toEqual([])
    })

    it('tells the choice of a visitor who returns, once', async () => {
      await platform().load(some)
      const { optIn, errors, completions } = open()
      await until(() => optIn.isComplete)
      await turn()
      expect(optIn.permissions).toMatchObject(then)
      expect(completions.length).toBeLessThan(2)
      expect(errors).toEqual([])
    })

    it('tells a refusal as a refusal', async () => {
      await platform().load([])
      const { optIn } = open()
      await until(() => optIn.isComplete)
      expect(optIn.permissions).toMatchObject(same(false))
    })
  })

  describe('loaded after us', () => {
    it('tells the choice when it is made', async () => {
      const { optIn, changes, completions, errors } = open()
      const system = platform()
      await system.load()
      await turn()
      expect(optIn.status).toBe('pending')
      await system.choose(all)
      await until(() => optIn.isComplete)
      expect(optIn.permissions).toMatchObject(same(true))
      expect(changes.map(({ source }) => source)).toEqual([name])
      expect(completions).toHaveLength(1)
      expect(errors).toEqual([])
    })

    it('tells the choice of a visitor who returns', async () => {
      const { optIn, completions } = open()
      await platform().load(some)
      await until(() => optIn.isComplete)
      expect(optIn.permissions).toMatchObject(then)
      expect(completions).toHaveLength(1)
    })
  })

  describe('never loaded', () => {
    it('is reported once, stays pending, and is heard when it comes after all', async () => {
      const { optIn, errors } = open({ timeout: 20 })
      await until(() => errors.length)
      expect(errors).toMatchObject([{ name: 'OptInError', code: 'platform-missing' }])
      expect(errors[0]?.message).toContain(name)
      expect(optIn.status).toBe('pending')
      await platform().load(all)
      await until(() => optIn.isComplete)
      expect(errors).toHaveLength(1)
    })
  })

  it('approves nothing that was not chosen, and leaves alone what nothing is mapped to', async () => {
    const system = platform()
    await system.load()
    const { optIn, approved } = open()
    await system.choose(some)
    await until(() => optIn.isComplete)
    expect(approved()).toEqual(categories.filter((category) => then[category as keyof Decision]).sort())
  })

  it('leaves alone what was approved before and is not mapped', async () => {
    const { optIn } = open({}, { preOptInApprovals: { livefyre: true } })
    const system = platform()
    await system.load([])
    await until(() => optIn.isComplete)
    expect(optIn.permissions).toMatchObject({ ...same(false), livefyre: true })
  })

  describe('a change of mind', () => {
    it.each([
      ['withdraws', all, [], false],
      ['approves', [], all, true],
    ])('%s', async (_what, first, second, permission) => {
      const { optIn, completions } = open()
      const system = platform()
      await system.load()
      await system.choose(first)
      await until(() => optIn.isComplete)
      await choose(system, second)
      await until(() => completions.length === 2)
      expect(optIn.permissions).toMatchObject(same(permission))
    })
  })

  it('makes no second completion of the same answer, nor of a banner that is opened again', async () => {
    const { optIn, completions, changes } = open()
    const system = platform()
    await system.load()
    await system.choose(some)
    await until(() => optIn.isComplete)
    await choose(system, some)
    system.reopen()
    await turn()
    expect(completions).toHaveLength(1)
    expect(changes).toHaveLength(1)
    expect(optIn.permissions).toMatchObject(then)
  })

  it('is still heard after the banner was opened again', async () => {
    const { optIn } = open()
    const system = platform()
    await system.load(all)
    await until(() => optIn.isComplete)
    system.reopen()
    await choose(system, [])
    await until(() => !optIn.isApproved(categories[0] as 'aa'))
    expect(optIn.permissions).toMatchObject(same(false))
  })

  it('decides anew after the page forgot the decision', async () => {
    const { optIn } = open()
    const system = platform()
    await system.load()
    await system.choose(all)
    await until(() => optIn.isComplete)
    optIn.reset()
    expect(optIn.status).toBe('pending')
    await system.choose([])
    await system.choose(all)
    await until(() => optIn.isComplete)
    expect(optIn.permissions).toMatchObject(same(true))
  })

  describe('a platform that fails', () => {
    it('is reported when it throws, and nothing is decided', async () => {
      const system = platform()
      await system.load()
      system.breakDown()
      const { optIn, errors } = open({ timeout: 60_000 })
      await until(() => errors.length)
      expect(errors).toMatchObject([{ name: 'OptInError', code: 'platform-failed' }])
      expect(errors[0]?.message).toContain('the platform broke')
      expect(optIn.status).toBe('pending')
    })

    it('keeps the decision there is when it throws later', async () => {
      const system = platform()
      await system.load(some)
      const { optIn } = open()
      await until(() => optIn.isComplete)
      expect(() => system.breakDown()).not.toThrow()
      await turn()
      expect(optIn.permissions).toMatchObject(then)
    })

    it('approves nothing when it answers in other types than agreed', async () => {
      const system = platform()
      await system.load()
      system.lie()
      const { optIn } = open()
      await turn()
      await turn()
      expect(Object.values(optIn.permissions)).not.toContain(true)
      expect(optIn.status).toBe('pending')
    })

    it('keeps the decision there is when it vanishes', async () => {
      const system = platform()
      await system.load(some)
      const { optIn, errors } = open()
      await until(() => optIn.isComplete)
      system.vanish()
      await turn()
      expect(optIn.permissions).toMatchObject(then)
      expect(errors).toEqual([])
    })
  })

  it('decides nothing more after destroy()', async () => {
    const system = platform()
    await system.load([])
    const { optIn, errors } = open()
    await until(() => optIn.isComplete)
    optIn.destroy()
    await choose(system, all)
    expect(optIn.permissions).toMatchObject(same(false))
    expect(errors).toEqual([])
  })

  it('decides nothing when it comes after destroy()', async () => {
    const { optIn } = open()
    optIn.destroy()
    await platform().load(all)
    await turn()
    expect(optIn.permissions).toMatchObject(same(false))
  })

  describe('the page’s own map', () => {
    const approved = some[0] as string
    const refused = all.find((id) => !some.includes(id))

    it('decides on what it names and ecid, and on nothing else', async () => {
      const { optIn, approved: now } = open({ map: { [approved]: ['LIVEFYRE', 'campaign'] } })
      await platform().load(some)
      await until(() => optIn.isComplete)
      expect(now()).toEqual(['campaign', 'ecid', 'livefyre'])
    })

    it('leaves ecid alone where it is told to', async () => {
      const { optIn, approved: now } = open({ map: { [approved]: 'livefyre' }, ecid: false })
      await platform().load(some)
      await until(() => optIn.isComplete)
      expect(now()).toEqual(['livefyre'])
    })

    if (refused !== undefined) it('wants all of a category’s ids approved, or with match any one of them', async () => {
      const map = { [approved]: 'livefyre', [refused]: 'livefyre' } as const
      const strict = open({ map })
      const lax = open({ map, match: 'any' })
      await platform().load(some)
      await until(() => strict.optIn.isComplete && lax.optIn.isComplete)
      expect(strict.approved()).toEqual([])
      expect(lax.approved()).toEqual(['ecid', 'livefyre'])
    })

    it('may name categories of one’s own', async () => {
      const { optIn } = open({ map: { [approved]: 'chat' as 'aa' } }, { categories: { CHAT: 'chat' } } as never)
      await platform().load(some)
      await until(() => optIn.isComplete)
      expect(optIn.isApproved('chat' as 'aa')).toBe(true)
    })
  })

  it.each([
    ['map', 'an object', { map: 5 }],
    ['match', 'all or any', { match: 'most' }],
    ['ecid', 'a boolean', { ecid: 'no' }],
    ['timeout', 'a number', { timeout: 'soon' }],
    ['timeout', 'a number', { timeout: -1 }],
  ])('refuses a wrong %s at the call, and names it as %s: %j', (option, accepts, wrong) => {
    expect(() => adapter({ ...options, ...wrong } as never)).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining(`\`${name}.${option}\` must be ${accepts};`) }),
    )
  })

  it('refuses a map with a category that nobody knows, when it is connected', () => {
    expect(() => open({ map: { x: 'nonsense' as 'aa' } })).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining(`${name}.map`) }),
    )
  })
})
