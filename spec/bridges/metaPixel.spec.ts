import { metaPixel } from '../../lib/bridges/metaPixel.js'
import type { MetaPixelOptions } from '../../lib/bridges/metaPixel.js'
import { createOptIn } from '../../lib/createOptIn.js'
import type { Category, OptIn } from '../../lib/types.js'
import { fakeMetaPixel } from '../fakes/metaPixel.js'
import type { FakeSystem } from '../fakes/system.js'
import { page, scriptLoaded } from '../fakes/system.js'

let pixel: FakeSystem
let optIn: OptIn
let errors: unknown[]

const open = (options?: MetaPixelOptions) => {
  errors = []
  optIn = createOptIn({ doesOptInApply: true, bridges: metaPixel(options), onError: (error) => errors.push(error) })
  return optIn
}

beforeEach(() => {
  pixel = fakeMetaPixel()
})
afterEach(() => {
  optIn.destroy()
  pixel.vanish()
})

it.each<[Category, string]>([
  ['adcloud', 'grant'],
  ['aam', 'grant'],
  ['aa', 'revoke'],
])('turns approved %s into %s', (category, command) => {
  pixel.load()
  open().approve(category)
  expect(pixel.told()).toEqual([['consent', command]])
})

it('limits the use of data only when the map says what lifts the limit', () => {
  pixel.load()
  open({ map: { dataProcessingOptions: 'adcloud' } }).approve('aam')
  expect(pixel.told()).toEqual([
    ['consent', 'grant'],
    ['dataProcessingOptions', ['LDU'], 0, 0],
  ])
  optIn.approve('adcloud')
  expect(pixel.told().slice(2)).toEqual([['dataProcessingOptions', [], 0, 0]])
})

it('names the country and the state of the limit', () => {
  pixel.load()
  open({ map: { dataProcessingOptions: ['adcloud'] }, country: 1, state: 1000 }).denyAll()
  expect(pixel.told()).toContainEqual(['dataProcessingOptions', ['LDU'], 1, 1000])
})

it('tells a pixel that comes late what is decided then, once', () => {
  open().approveAll().denyAll()
  scriptLoaded()
  pixel.load()
  scriptLoaded()
  expect(pixel.told()).toEqual([['consent', 'revoke']])
})

it('leaves a page without a pixel alone', () => {
  open().approveAll()
  scriptLoaded()
  expect('fbq' in page).toBe(false)
  expect(errors).toEqual([])
})

it('tells a late pixel nothing after the end', () => {
  open().approveAll()
  optIn.destroy()
  pixel.load()
  expect(pixel.told()).toEqual([])
})
