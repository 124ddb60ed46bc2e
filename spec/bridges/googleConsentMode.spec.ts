import { googleConsentMode } from '../../lib/bridges/googleConsentMode.js'
import type { GoogleConsentModeOptions } from '../../lib/bridges/googleConsentMode.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { Category, OptIn } from '../../lib/types.js'
import { fakeGoogleTag } from '../fakes/googleConsentMode.js'
import { page } from '../fakes/system.js'

type Command = [string, string, Record<string, unknown>]

const tag = fakeGoogleTag()
let optIn: OptIn
let errors: unknown[]

const open = (options?: GoogleConsentModeOptions) => {
  errors = []
  optIn = createOptIn({ doesOptInApply: true, bridges: googleConsentMode(options), onError: (error) => errors.push(error) })
  return optIn
}
const commands = () => tag.told() as Command[]
const values = (command: string) => commands().filter(([, name]) => name === command).map(([, , all]) => all)

afterEach(() => {
  optIn.destroy()
  tag.vanish()
})

describe('the default', () => {
  it('is pushed as an arguments object, for an array is no command to Google', () => {
    open()
    const [entry] = page.dataLayer as unknown[]
    expect(Array.isArray(entry)).toBe(false)
    expect(Object.prototype.toString.call(entry)).toBe('[object Arguments]')
  })

  it('denies all but security', () => {
    open()
    expect(commands()).toEqual([
      [
        'consent',
        'default',
        {
          ad_storage: 'denied',
          ad_user_data: 'denied',
          ad_personalization: 'denied',
          analytics_storage: 'denied',
          personalization_storage: 'denied',
          security_storage: 'granted',
          wait_for_update: 500,
        },
      ],
    ])
  })

  it('denies also for a returning visitor, until the update right behind it', () => {
    optIn = createOptIn({ doesOptInApply: true, previousPermissions: { aa: true }, bridges: googleConsentMode() })
    expect(commands().map(([, command, all]) => [command, all.analytics_storage])).toEqual([
      ['default', 'denied'],
      ['update', 'granted'],
    ])
  })

  it('takes the values, the regions and the waiting time of the page', () => {
    open({ defaults: { functionality_storage: 'granted', ad_storage: 'granted' }, region: ['ES', 'US-AK'], waitForUpdate: 2_000 })
    expect(values('default')).toMatchObject([
      { functionality_storage: 'granted', ad_storage: 'granted', ad_user_data: 'denied', region: ['ES', 'US-AK'], wait_for_update: 2_000 },
    ])
  })

  it('names no region when it holds everywhere', () => {
    open()
    expect(Object.keys(values('default')[0]!)).not.toContain('region')
  })

  it('is left to the page when it says so', () => {
    open({ defaults: false }).approveAll()
    expect(commands().map(([, command]) => command)).toEqual(['update'])
  })

  it.each([
    ['a tag', () => (page.dataLayer as unknown[]).push(commandOf('config', 'G-1'))],
    ['a tag manager', () => tag.load()],
  ])('is reported when it comes after %s, for then it is too late', (_name, start) => {
    page.dataLayer = [{ event: 'page_view_of_the_site' }]
    start()
    open()
    expect(errors).toMatchObject([{ code: 'invalid-config', message: '[OptIn] `googleConsentMode` must come before the Google tag.' }])
    expect(optIn.status).toBe('pending')
  })

  it('is not reported when the page pushed something of its own before', () => {
    page.dataLayer = [{ event: 'page_view_of_the_site' }, commandOf('js', new Date())]
    open()
    expect(errors).toEqual([])
  })
})

describe('the update', () => {
  it.each<[readonly Category[], Record<string, string>]>([
    [['aa'], { analytics_storage: 'granted', ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied', personalization_storage: 'denied' }],
    [['aam'], { analytics_storage: 'denied', ad_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted', personalization_storage: 'denied' }],
    [['adcloud'], { analytics_storage: 'denied', ad_storage: 'granted', ad_user_data: 'granted', ad_personalization: 'granted', personalization_storage: 'denied' }],
    [['target'], { analytics_storage: 'denied', ad_storage: 'denied', ad_user_data: 'denied', ad_personalization: 'denied', personalization_storage: 'granted' }],
  ])('turns approved %j into Google’s words', (categories, expected) => {
    open().approve(categories)
    expect(values('update')).toEqual([expected])
  })

  it('takes other categories for a switch, and further switches; the others keep theirs', () => {
    open({ map: { ad_personalization: [['aam', 'target']], functionality_storage: ['livefyre'] } }).approve(['aam', 'livefyre'])
    expect(values('update')).toMatchObject([{ ad_storage: 'granted', ad_personalization: 'denied', functionality_storage: 'granted' }])
  })

  it('knows categories of the page’s own', () => {
    const own = createOptIn({
      doesOptInApply: true,
      categories: { CHAT: 'chat' },
      bridges: googleConsentMode<{ CHAT: 'chat' }>({ map: { functionality_storage: ['chat'] } }),
    })
    own.approve('chat')
    own.destroy()
    expect(values('update')).toMatchObject([{ functionality_storage: 'granted' }])
  })

  it('does not let a map reach the prototype of what is sent', () => {
    open({ map: JSON.parse('{ "__proto__": ["aa"] }') }).approve('aa')
    expect(({} as Record<string, unknown>).aa).toBeUndefined()
    expect(values('update')).toHaveLength(1)
  })
})

it('speaks through the gtag of the page, and leaves it in its place', () => {
  const calls: unknown[][] = []
  const gtag = (...call: unknown[]) => calls.push(call)
  page.gtag = gtag
  open().approveAll()
  expect(calls.map(([first, second]) => [first, second])).toEqual([
    ['consent', 'default'],
    ['consent', 'update'],
  ])
  expect(page.gtag).toBe(gtag)
  expect(page.dataLayer).toBeUndefined()
})

it('makes no gtag on a page that has none', () => {
  open()
  expect('gtag' in page).toBe(false)
})

function commandOf(..._words: unknown[]) {
  // eslint-disable-next-line prefer-rest-params
  return arguments
}
