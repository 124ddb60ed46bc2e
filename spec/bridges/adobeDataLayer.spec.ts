import { adobeDataLayer } from '../../lib/bridges/adobeDataLayer.js'
import { createOptIn } from '../../lib/createOptIn.js'
import { fakeAdobeDataLayer } from '../fakes/adobeDataLayer.js'
import { page } from '../fakes/system.js'

const layer = fakeAdobeDataLayer()
const other = fakeAdobeDataLayer('eventLayer')

afterEach(() => {
  layer.vanish()
  other.vanish()
})

it('pushes every category, those of the page’s own too', () => {
  const optIn = createOptIn({ doesOptInApply: true, categories: { CHAT: 'chat' }, bridges: adobeDataLayer() })
  optIn.approve(['aa', 'chat'])
  expect(layer.told()).toEqual([
    {
      event: 'optin:complete',
      optIn: {
        permissions: { aam: false, adcloud: false, aa: true, campaign: false, ecid: false, livefyre: false, target: false, mediaaa: false, chat: true },
      },
    },
  ])
})

it('calls a reset a reset, and no completion', () => {
  createOptIn({ doesOptInApply: true, bridges: adobeDataLayer() }).approveAll().reset()
  expect(layer.told()).toMatchObject([{ event: 'optin:complete' }, { event: 'optin:reset', optIn: { permissions: { aa: false } } }])
})

it('pushes on an array of another name', () => {
  createOptIn({ doesOptInApply: true, bridges: adobeDataLayer({ name: 'eventLayer' }) }).approveAll()
  expect(other.told()).toHaveLength(1)
  expect('adobeDataLayer' in page).toBe(false)
})
