/** @jest-environment node */
import { adobeDataLayer } from '../../lib/bridges/adobeDataLayer.js'
import { dataLayer } from '../../lib/bridges/dataLayer.js'
import { googleConsentMode } from '../../lib/bridges/googleConsentMode.js'
import { metaPixel } from '../../lib/bridges/metaPixel.js'
import { microsoftUet } from '../../lib/bridges/microsoftUet.js'
import { webSdk } from '../../lib/bridges/webSdk.js'
import { createOptIn } from '../../lib/createOptIn.js'

const before = Object.keys(globalThis)

it.each([
  ['webSdk', webSdk],
  ['googleConsentMode', googleConsentMode],
  ['microsoftUet', microsoftUet],
  ['metaPixel', metaPixel],
  ['dataLayer', dataLayer],
  ['adobeDataLayer', adobeDataLayer],
])('%s tells nobody anything on a server, where visitors share what is global', (_name, bridge) => {
  const errors: unknown[] = []
  const optIn = createOptIn({ bridges: bridge(), onError: (error) => errors.push(error) })
  optIn.denyAll()
  optIn.destroy()
  expect(Object.keys(globalThis)).toEqual(before)
  expect(errors).toEqual([])
})
