/*
 * Every bridge in the same situations. A new bridge gets them by one row in `rows`, with its system.
 */
import { adobeDataLayer } from '../../lib/bridges/adobeDataLayer.js'
import { dataLayer } from '../../lib/bridges/dataLayer.js'
import { googleConsentMode } from '../../lib/bridges/googleConsentMode.js'
import { metaPixel } from '../../lib/bridges/metaPixel.js'
import { microsoftUet } from '../../lib/bridges/microsoftUet.js'
import { webSdk } from '../../lib/bridges/webSdk.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { CategoryMap, Connector, OptIn, OptInConfig, Permissions, Status } from '../../lib/types.js'
import { fakeAdobeDataLayer } from '../fakes/adobeDataLayer.js'
import { fakeDataLayer } from '../fakes/dataLayer.js'
import { fakeGoogleTag } from '../fakes/googleConsentMode.js'
import { fakeMetaPixel } from '../fakes/metaPixel.js'
import { fakeUetTag } from '../fakes/microsoftUet.js'
import type { FakeSystem } from '../fakes/system.js'
import { breakage } from '../fakes/system.js'
import { fakeWebSdk } from '../fakes/webSdk.js'

interface Row {
  readonly name: string
  readonly bridge: () => Connector
  readonly system: () => FakeSystem
  /** What it says before anything is decided. */
  readonly default?: unknown
  /** What it says when these permissions are decided. */
  readonly decided: (permissions: Permissions, status: Status) => unknown
  /** What it says after a reset; what it says about the same permissions when left out. */
  readonly reset?: (permissions: Permissions) => unknown
  /** A category that it says nothing about. */
  readonly ignores?: 'livefyre'
  /** Gives it a map with this category, where it has one. */
  readonly mapped?: (category: 'aa') => Connector
}

const word = (isOn: boolean) => (isOn ? 'granted' : 'denied')
const google = ({ aa, aam, adcloud, target }: Partial<Permissions>) => {
  const ads = word(!!aam || !!adcloud)
  return { analytics_storage: word(!!aa), ad_storage: ads, ad_user_data: ads, ad_personalization: ads, personalization_storage: word(!!target) }
}

const rows: readonly Row[] = [
  {
    name: 'webSdk',
    bridge: webSdk,
    mapped: (category) => webSdk({ map: { personalize: { content: [category] } } }),
    system: fakeWebSdk,
    decided: ({ ecid, aa }) => ['setConsent', { consent: [{ standard: 'Adobe', version: '1.0', value: { general: ecid && aa ? 'in' : 'out' } }] }],
    ignores: 'livefyre',
  },
  {
    name: 'googleConsentMode',
    bridge: googleConsentMode,
    mapped: (category) => googleConsentMode({ map: { ad_storage: [['aa', category]] } }),
    system: fakeGoogleTag,
    default: ['consent', 'default', { security_storage: 'granted', ...google({}), wait_for_update: 500 }],
    decided: (permissions) => ['consent', 'update', google(permissions)],
    ignores: 'livefyre',
  },
  {
    name: 'microsoftUet',
    bridge: microsoftUet,
    mapped: (category) => microsoftUet({ map: { ad_storage: [category] } }),
    system: fakeUetTag,
    default: ['consent', 'default', { ad_storage: 'denied' }],
    decided: ({ aam, adcloud }) => ['consent', 'update', { ad_storage: word(aam || adcloud) }],
    ignores: 'livefyre',
  },
  {
    name: 'metaPixel',
    bridge: metaPixel,
    mapped: (category) => metaPixel({ map: { consent: category } }),
    system: fakeMetaPixel,
    decided: ({ aam, adcloud }) => ['consent', aam || adcloud ? 'grant' : 'revoke'],
    ignores: 'livefyre',
  },
  {
    name: 'dataLayer',
    bridge: dataLayer,
    system: fakeDataLayer,
    decided: (optin, optinStatus) => ({ event: 'optin_update', optin, optinStatus }),
    reset: (optin) => ({ event: 'optin_update', optin, optinStatus: 'pending' }),
  },
  {
    name: 'adobeDataLayer',
    bridge: adobeDataLayer,
    system: fakeAdobeDataLayer,
    decided: (permissions) => ({ event: 'optin:complete', optIn: { permissions } }),
    reset: (permissions) => ({ event: 'optin:reset', optIn: { permissions } }),
  },
]

const all = (permission: boolean, others: Partial<Permissions> = {}): Permissions => ({
  aam: permission, adcloud: permission, aa: permission, campaign: permission, ecid: permission, livefyre: permission, target: permission, mediaaa: permission, ...others,
})
const settle = () => new Promise((resolve) => setTimeout(resolve))

describe.each(rows)('$name', ({ bridge, system: createSystem, default: standing, decided, reset = (permissions) => decided(permissions, 'pending'), ignores, mapped }) => {
  let system: FakeSystem
  let optIn: OptIn
  let errors: unknown[]
  const opened = standing ? [standing] : []
  const yes = all(true)
  const no = all(false)

  const open = (config: OptInConfig = {}) => {
    errors = []
    optIn = createOptIn({ doesOptInApply: true, onError: (error) => errors.push(error), bridges: bridge(), ...config })
    return optIn
  }
  const told = () => system.told().slice(opened.length)

  beforeEach(() => {
    system = createSystem()
    // Google's tag has to come after the default, the others may be there.
    if (!standing) system.load()
  })
  afterEach(() => {
    optIn.destroy()
    system.vanish()
  })

  it('says nothing but the default before a decision, whatever is pre-approved', () => {
    open({ preOptInApprovals: { aa: true, ecid: true, aam: true } })
    optIn.decide({ aam: false }, { standing: true, source: 'gpc' })
    optIn.approve('target', true)
    expect(system.told()).toEqual(opened)
  })

  it('says what was decided earlier, at once', () => {
    open({ previousPermissions: yes })
    expect(system.told()).toEqual([...opened, decided(yes, 'complete')])
  })

  it('says that all is approved where opt-in does not apply', () => {
    open({ doesOptInApply: false })
    expect(told()).toEqual([decided(yes, 'pending')])
  })

  it('says a decision once', () => {
    open().approveAll()
    expect(told()).toEqual([decided(yes, 'complete')])
  })

  it('says a refusal of all, although its default was the same', () => {
    open().denyAll()
    expect(told()).toEqual([decided(no, 'complete')])
  })

  it('says a part of the categories as that part', () => {
    open().approve(['ecid', 'aa', 'target'])
    expect(told()).toEqual([decided(all(false, { ecid: true, aa: true, target: true }), 'complete')])
  })

  it('says nothing when the same is decided again', () => {
    open().approveAll().approveAll().approve('aa')
    expect(told()).toHaveLength(1)
  })

  if (ignores)
    it('says nothing when only a category changed that it knows nothing of', () => {
      open().approveAll().deny(ignores)
      expect(told()).toHaveLength(1)
    })

  if (mapped)
    it('refuses a map with a category that nobody knows, before it says anything, and takes one of the page’s own', () => {
      open()
      const before = system.told().length
      expect(() => createOptIn({ bridges: mapped('chat' as 'aa') })).toThrow(
        expect.objectContaining({ code: 'invalid-config', message: expect.stringMatching(/map` must be made of known categories; it got "chat"/) }),
      )
      expect(system.told()).toHaveLength(before)
      expect(() => createOptIn({ doesOptInApply: true, categories: { CHAT: 'chat' }, bridges: mapped('chat' as 'aa') }).destroy()).not.toThrow()
    })

  it('says each change of mind', () => {
    open().approveAll().denyAll().approveAll()
    expect(told()).toEqual([decided(yes, 'complete'), decided(no, 'complete'), decided(yes, 'complete')])
  })

  it('says a staged round when it is complete, with one message', () => {
    open().approveAll(true)
    expect(told()).toEqual([])
    optIn.deny('livefyre', true).complete()
    expect(told()).toEqual([decided(all(true, { livefyre: false }), 'complete')])
  })

  it('keeps to the last completed decision while a later round is open', () => {
    open().approveAll().denyAll(true)
    expect(told()).toHaveLength(1)
    optIn.complete()
    expect(told()).toHaveLength(2)
  })

  it('says what a platform decides while the first round of the page is open', () => {
    open().approve('livefyre', true)
    optIn.decide({ ...all(true), livefyre: false }, { source: 'platform' })
    expect(told()).toEqual([decided(all(true, { livefyre: false }), 'changed')])
  })

  it('takes back after a reset what it said, and says the next decision', () => {
    open().approveAll().reset()
    expect(told()).toEqual([decided(yes, 'complete'), reset(no)])
    optIn.approveAll()
    expect(told()).toEqual([decided(yes, 'complete'), reset(no), decided(yes, 'complete')])
  })

  it('takes back what a signal denies after a decision', () => {
    open().approveAll()
    optIn.decide(no, { source: 'gpc', standing: true })
    expect(told()).toEqual([decided(yes, 'complete'), decided(no, 'complete')])
  })

  it('says nothing after the end', () => {
    open().approveAll()
    optIn.destroy()
    optIn.denyAll()
    expect(told()).toHaveLength(1)
  })

  it('says nothing after its own end, the OptIn living on', () => {
    open({ bridges: [] })
    const end = bridge()(optIn as unknown as OptIn<CategoryMap>, (error) => errors.push(error))
    optIn.approveAll()
    end?.()
    end?.()
    optIn.denyAll().reset().approveAll()
    expect(told()).toHaveLength(1)
  })

  it('does not keep a decision from anybody when its system breaks, and reports that', async () => {
    open()
    system.load()
    system.breakDown()
    const heard: unknown[] = []
    optIn.on('complete', (permissions) => heard.push(permissions))
    expect(() => optIn.approveAll()).not.toThrow()
    expect(optIn.isApproved()).toBe(true)
    expect(heard).toHaveLength(1)
    await settle()
    expect(errors).toEqual([breakage])
    system.mend()
    optIn.denyAll()
    expect(system.told().at(-1)).toEqual(decided(no, 'complete'))
  })

  it('reports nothing in a life without mishaps', async () => {
    open().approveAll().denyAll().reset()
    system.load()
    optIn.approve('aa')
    await settle()
    expect(errors).toEqual([])
  })
})
