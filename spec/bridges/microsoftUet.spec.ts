import { microsoftUet } from '../../lib/bridges/microsoftUet.js'
import type { MicrosoftUetOptions } from '../../lib/bridges/microsoftUet.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { Category, OptIn } from '../../lib/types.js'
import { fakeUetTag } from '../fakes/microsoftUet.js'
import { page } from '../fakes/system.js'

const tag = fakeUetTag()
let optIn: OptIn

const open = (options?: MicrosoftUetOptions) => {
  optIn = createOptIn({ doesOptInApply: true, bridges: microsoftUet(options) })
  return optIn
}

afterEach(() => {
  optIn.destroy()
  tag.vanish()
})

it('puts three words for each command into the queue, one after another', () => {
  open().approveAll()
  expect(page.uetq).toEqual(['consent', 'default', { ad_storage: 'denied' }, 'consent', 'update', { ad_storage: 'granted' }])
})

it('speaks to the tag that took the queue over', () => {
  const fresh = fakeUetTag()
  open()
  fresh.load()
  optIn.approveAll()
  expect(fresh.told()).toEqual([
    ['consent', 'default', { ad_storage: 'denied' }],
    ['consent', 'update', { ad_storage: 'granted' }],
  ])
})

it.each<[Category, string]>([
  ['adcloud', 'granted'],
  ['aam', 'granted'],
  ['aa', 'denied'],
])('turns approved %s into %s', (category, ad_storage) => {
  open().approve(category)
  expect(tag.told().at(-1)).toEqual(['consent', 'update', { ad_storage }])
})

it('takes other categories', () => {
  open({ map: { ad_storage: ['campaign'] } }).approve('adcloud')
  expect(tag.told().at(-1)).toEqual(['consent', 'update', { ad_storage: 'denied' }])
})

it('takes another default, or leaves it to the page', () => {
  open({ defaults: { ad_storage: 'granted' } })
  expect(tag.told()).toEqual([['consent', 'default', { ad_storage: 'granted' }]])
  optIn.destroy()
  tag.vanish()
  open({ defaults: false }).denyAll()
  expect(tag.told()).toEqual([['consent', 'update', { ad_storage: 'denied' }]])
})
