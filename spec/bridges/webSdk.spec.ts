import { webSdk } from '../../lib/bridges/webSdk.js'
import type { WebSdkOptions } from '../../lib/bridges/webSdk.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { Category, OptIn } from '../../lib/types.js'
import { breakage, page, scriptLoaded } from '../fakes/system.js'
import type { FakeWebSdk } from '../fakes/webSdk.js'
import { fakeWebSdk } from '../fakes/webSdk.js'

type Call = [command: string, options: { consent: { value: Record<string, unknown> }[] }]

let sdk: FakeWebSdk
let optIn: OptIn
let errors: unknown[]

const open = (options?: WebSdkOptions) => {
  optIn = createOptIn({ doesOptInApply: true, bridges: webSdk(options), onError: (error) => errors.push(error) })
  return optIn
}
const told = () => sdk.told() as Call[]
const values = () => told().map(([, { consent }]) => consent.map(({ value }) => value))
const settle = () => new Promise((resolve) => setTimeout(resolve))

beforeEach(() => {
  sdk = fakeWebSdk()
  errors = []
})
afterEach(() => {
  optIn.destroy()
  sdk.vanish()
  delete page.__tcfapi
})

describe('Adobe 1.0', () => {
  beforeEach(() => sdk.load())

  it.each<[readonly Category[], 'in' | 'out']>([
    [['ecid', 'aa'], 'in'],
    [['ecid', 'target'], 'in'],
    [['ecid', 'aam'], 'in'],
    [['ecid', 'adcloud'], 'in'],
    [['ecid', 'campaign'], 'in'],
    [['ecid', 'mediaaa'], 'in'],
    [['ecid'], 'out'],
    [['ecid', 'livefyre'], 'out'],
    [['aa', 'target', 'aam', 'adcloud', 'campaign', 'mediaaa'], 'out'],
  ])('turns approved %j into %s', (categories, general) => {
    open().approve(categories)
    expect(told()).toEqual([['setConsent', { consent: [{ standard: 'Adobe', version: '1.0', value: { general } }] }]])
  })

  it.each<[string, WebSdkOptions['map'], readonly Category[], 'in' | 'out']>([
    ['one of a list is enough', { general: ['aa', 'target'] }, ['target'], 'in'],
    ['none of a list is not', { general: ['aa', 'target'] }, ['ecid', 'aam'], 'out'],
    ['of a list inside the list all are needed', { general: [['aa', 'target']] }, ['target'], 'out'],
    ['all of a list inside the list', { general: [['aa', 'target']] }, ['aa', 'target'], 'in'],
    ['a name is as good as a value', { general: ['ANALYTICS'] }, ['aa'], 'in'],
  ])('takes a map of the page as it stands: %s', (_case, map, approved, general) => {
    open({ map }).approve(approved)
    expect(values()).toEqual([[{ general }]])
  })
})

describe('Adobe 2.0', () => {
  beforeEach(() => sdk.load())

  it('says purpose by purpose what is approved, and when', () => {
    jest.useFakeTimers({ now: new Date('2026-03-01T09:00:00Z') })
    open({ standards: ['adobe-2'] })
    jest.setSystemTime(new Date('2026-03-01T10:00:00Z'))
    optIn.approve(['ecid', 'aa', 'adcloud'])
    jest.useRealTimers()
    expect(told()).toEqual([
      [
        'setConsent',
        {
          consent: [
            {
              standard: 'Adobe',
              version: '2.0',
              value: {
                collect: { val: 'y' },
                personalize: { content: { val: 'n' } },
                share: { val: 'y' },
                metadata: { time: '2026-03-01T10:00:00.000Z' },
              },
            },
          ],
        },
      ],
    ])
  })

  it.each<[Category, string, string, string]>([
    ['aa', 'y', 'n', 'n'],
    ['target', 'n', 'y', 'n'],
    ['aam', 'n', 'n', 'y'],
    ['adcloud', 'n', 'n', 'y'],
  ])('turns %s into collect %s, personalize %s, share %s', (category, collect, content, share) => {
    open({ standards: ['adobe-2'] }).approve(['ecid', category])
    expect(values()).toMatchObject([[{ collect: { val: collect }, personalize: { content: { val: content } }, share: { val: share } }]])
  })

  it('takes further purposes in the shape of XDM', () => {
    open({ standards: ['adobe-2'], map: { adID: ['aam'], marketing: { email: ['campaign'] }, share: ['adcloud'] } }).approve(['aam', 'campaign'])
    expect(values()).toMatchObject([
      [{ adID: { val: 'y' }, marketing: { email: { val: 'y' } }, share: { val: 'n' }, collect: { val: 'n' } }],
    ])
  })

  it('does not take the time for news', () => {
    jest.useFakeTimers()
    open({ standards: ['adobe-2'] }).approveAll()
    jest.advanceTimersByTime(5_000)
    optIn.deny('livefyre')
    jest.useRealTimers()
    expect(told()).toHaveLength(1)
  })

  it('sends several standards in one call', () => {
    open({ standards: ['adobe-1', 'adobe-2'] }).approveAll()
    expect(values()).toMatchObject([[{ general: 'in' }, { collect: { val: 'y' } }]])
  })
})

describe('IAB TCF', () => {
  type Listener = (data: object | null, success: boolean) => void
  let listeners: Listener[]
  /** A platform that has data answers within the call, one that has none yet keeps the listener. */
  const openPlatform = (data?: object) => {
    listeners = []
    const state = { data }
    page.__tcfapi = (command: string, version: number, callback: Listener, id: number) => {
      if (version !== 2) callback(null, false)
      else if (command === 'removeEventListener') delete listeners[id]
      else if (command === 'addEventListener') {
        listeners.push(callback)
        if (state.data) callback({ ...state.data, listenerId: listeners.length - 1 }, true)
      }
    }
    return state
  }
  beforeEach(() => sdk.load())

  it('sends the string that the platform has at the decision', () => {
    const platform = openPlatform({ tcString: 'CP-old', gdprApplies: true })
    open({ standards: ['iab-tcf'] })
    platform.data = { tcString: 'CP-new', gdprApplies: true }
    optIn.approveAll()
    expect(told()).toEqual([
      [
        'setConsent',
        { consent: [{ standard: 'IAB TCF', version: '2.0', value: 'CP-new', gdprApplies: true, gdprContainsPersonalData: true }] },
      ],
    ])
  })

  it('sends it also where the platform does not say whether the GDPR applies', () => {
    openPlatform({ tcString: 'CP' })
    open({ standards: ['iab-tcf'] }).approveAll()
    expect(told()[0]![1].consent).toEqual([{ standard: 'IAB TCF', version: '2.0', value: 'CP', gdprContainsPersonalData: true }])
  })

  it('leaves no listener at the platform', () => {
    openPlatform({ tcString: 'CP', gdprApplies: true })
    open({ standards: ['iab-tcf'] }).approveAll().denyAll()
    expect(listeners.filter(Boolean)).toEqual([])
  })

  it('sends a new string with the next completion, although the permissions are the same', () => {
    const platform = openPlatform({ tcString: 'CP-1', gdprApplies: true })
    open({ standards: ['iab-tcf'] }).approveAll()
    platform.data = { tcString: 'CP-2', gdprApplies: true }
    optIn.approveAll()
    expect(told().map(([, { consent }]) => consent[0]?.value)).toEqual(['CP-1', 'CP-2'])
  })

  it('sends nothing while there is no string', async () => {
    const platform = openPlatform()
    open({ standards: ['iab-tcf'] }).approveAll()
    expect(told()).toEqual([])
    platform.data = { tcString: 'CP', gdprApplies: true }
    optIn.approveAll()
    expect(told()).toHaveLength(1)
    await settle()
    expect(errors).toEqual([])
  })

  it.each([
    ['the page has no such platform', () => {}],
    ['the GDPR does not apply', () => openPlatform({ tcString: undefined, gdprApplies: false })],
    ['the first choice is not made yet', () => openPlatform({ tcString: '', gdprApplies: true })],
    ['the platform answers nothing', () => (page.__tcfapi = (_command: string, _version: number, callback: Listener) => callback(null, false))],
  ])('sends what else there is when %s', (_case, prepare) => {
    prepare()
    open({ standards: ['iab-tcf', 'adobe-1'] }).approveAll()
    expect(values()).toEqual([[{ general: 'in' }]])
    expect(errors).toEqual([])
  })

  it('does not ask the platform when that is not wanted', () => {
    openPlatform({ tcString: 'CP' })
    open({ standards: ['adobe-1', 'adobe-2'] }).approveAll()
    expect(listeners).toEqual([])
  })
})

describe('a function that is elsewhere, late, or fails', () => {
  it('calls the function of the page’s own', () => {
    const calls: unknown[] = []
    open({ sdk: (...call) => calls.push(call) }).approveAll()
    expect(calls).toHaveLength(1)
  })

  it('calls another name', () => {
    sdk = fakeWebSdk('adobeSdk')
    sdk.load()
    open({ name: 'adobeSdk' }).approveAll()
    expect(values()).toEqual([[{ general: 'in' }]])
  })

  it('leaves its call in the queue of the base code, before what the page sends next', () => {
    sdk.loadBaseCode()
    open().approveAll()
    const alloy = page.alloy as (command: string, options: object) => Promise<unknown>
    void alloy('sendEvent', {})
    sdk.load()
    expect(told().map(([command]) => command)).toEqual(['setConsent', 'sendEvent'])
  })

  it('tells a library that comes late what is decided then, once', () => {
    open().approveAll().denyAll()
    scriptLoaded()
    sdk.load()
    scriptLoaded()
    expect(values()).toEqual([[{ general: 'out' }]])
  })

  it('tells a late library nothing when nothing is decided', () => {
    open()
    sdk.load()
    expect(told()).toEqual([])
    optIn.approveAll()
    expect(values()).toEqual([[{ general: 'in' }]])
  })

  it('does not put a function on a page that has none', () => {
    open().approveAll()
    scriptLoaded()
    expect('alloy' in page).toBe(false)
    expect(errors).toEqual([])
  })

  it('tells a late library nothing after the end', () => {
    open().approveAll()
    optIn.destroy()
    sdk.load()
    expect(told()).toEqual([])
  })

  it('tries a second time, and says nothing when that helped', async () => {
    sdk.load()
    sdk.refuse(1)
    open().approveAll()
    await settle()
    expect(told()).toHaveLength(2)
    expect(errors).toEqual([])
  })

  it('tries no third time, and reports', async () => {
    sdk.load()
    sdk.refuse(2)
    open().approveAll()
    await settle()
    expect(told()).toHaveLength(2)
    expect(errors).toEqual([breakage])
  })

  it('does not say an earlier yes once more after a no', async () => {
    sdk.load()
    sdk.refuse(1)
    open().approveAll().denyAll()
    await settle()
    expect(values().at(-1)).toEqual([{ general: 'out' }])
    expect(errors).toEqual([])
  })

  it('takes what throws like what rejects', async () => {
    let calls = 0
    open({
      sdk: () => {
        calls += 1
        throw breakage
      },
    }).approveAll()
    await settle()
    expect(calls).toBe(2)
    expect(errors).toEqual([breakage])
  })
})
