import { dataLayer } from '../../lib/bridges/dataLayer.js'
import { createOptIn } from '../../lib/createOptIn.js'
import { fakeDataLayer } from '../fakes/dataLayer.js'
import { page } from '../fakes/system.js'

const layer = fakeDataLayer()
const other = fakeDataLayer('tagLayer')

afterEach(() => {
  layer.vanish()
  other.vanish()
})

it('pushes every category, those of the page’s own too', () => {
  const optIn = createOptIn({ doesOptInApply: true, categories: { CHAT: 'chat' }, bridges: dataLayer() })
  optIn.approve('chat')
  expect(layer.told()).toEqual([
    {
      event: 'optin_update',
      optin: { aam: false, adcloud: false, aa: false, campaign: false, ecid: false, livefyre: false, target: false, mediaaa: false, chat: true },
      optinStatus: 'complete',
    },
  ])
})

it('keeps what the page has pushed before', () => {
  page.dataLayer = [{ event: 'first' }]
  createOptIn({ doesOptInApply: true, bridges: dataLayer() }).approveAll()
  expect(layer.told()).toMatchObject([{ event: 'first' }, { event: 'optin_update' }])
})

it('pushes on an array of another name', () => {
  createOptIn({ doesOptInApply: true, bridges: dataLayer({ name: 'tagLayer' }) }).approveAll()
  expect(other.told()).toHaveLength(1)
  expect('dataLayer' in page).toBe(false)
})

it('hands out a copy: what a tag does to it changes no permission', () => {
  const optIn = createOptIn({ doesOptInApply: true, bridges: dataLayer() })
  optIn.denyAll()
  const [{ optin }] = layer.told() as [{ optin: Record<string, boolean> }]
  optin.aa = true
  expect(optIn.isApproved('aa')).toBe(false)
})
