import { createOptIn } from '../../lib/createOptIn.js'
import { readConnectors } from '../../lib/extension/readConnectors.js'
import type { AnyOptIn } from '../../lib/types.js'

const connect = (setting: 'adapters' | 'bridges', value: unknown) => {
  const errors: string[] = []
  const optIn = createOptIn({ doesOptInApply: true }) as unknown as AnyOptIn
  const ends = readConnectors(setting, value).map((connector) => connector(optIn, (error) => void errors.push((error as Error).message)))
  for (const end of ends) end?.()
  return { errors, connected: ends.filter(Boolean).length }
}

it('makes the adapters it knows, with their options', () => {
  expect(connect('adapters', { tcf: { map: '{"1":"aam"}' }, oneTrust: { match: 'any', timeout: '500' } })).toEqual({ errors: [], connected: 2 })
})

it('hands on what an adapter reports', async () => {
  const report = jest.fn()
  const optIn = createOptIn({ doesOptInApply: true }) as unknown as AnyOptIn
  readConnectors('adapters', { oneTrust: { timeout: 0 } }).forEach((connector) => connector(optIn, report))
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(report.mock.calls).toEqual([[expect.objectContaining({ code: 'platform-missing' })]])
})

it('takes connectors that a data element answers as they are', () => {
  const connector = () => {}
  expect(readConnectors('adapters', [connector])).toEqual([connector])
})

it('denies what the browser’s signal denies', () => {
  Object.assign(navigator, { globalPrivacyControl: true })
  const optIn = createOptIn() as unknown as AnyOptIn
  readConnectors('adapters', { gpc: { categories: '["aa"]' } }).forEach((connector) => connector(optIn, () => {}))
  expect([optIn.isApproved('aa'), optIn.isApproved('aam')]).toEqual([false, true])
  Object.assign(navigator, { globalPrivacyControl: undefined })
})

it('makes the bridge to the Web SDK', () => {
  const alloy = jest.fn(async () => undefined)
  Object.assign(window, { alloy })
  const optIn = createOptIn({ doesOptInApply: true }) as unknown as AnyOptIn
  readConnectors('bridges', 'webSdk').forEach((connector) => connector(optIn, () => {}))
  optIn.approveAll()
  expect(alloy).toHaveBeenCalledWith('setConsent', { consent: [{ standard: 'Adobe', version: '1.0', value: { general: 'in' } }] })
})

it.each([
  ['adapters', 'cookieScript', '`adapters` must be made of tcf, gpc, oneTrust; it got "cookieScript".'],
  ['adapters', '__proto__', '`adapters` must be made of tcf, gpc, oneTrust; it got "__proto__".'],
  ['bridges', 'tcf', '`bridges` must be made of webSdk; it got "tcf".'],
  ['adapters', { oneTrust: { map: { C0002: 'nonsense' } } }, '`oneTrust.map` must be made of known categories; it got "nonsense".'],
  ['bridges', { webSdk: { map: { collect: ['nonsense'] } } }, '`bridges.map` must be made of known categories; it got "nonsense".'],
  ['adapters', { tcf: 5 }, '`adapters.tcf` must be true, false or a map of its options; it got 5.'],
] as const)('reports %s: %j and connects the others', (setting, value, message) => {
  const others = setting === 'adapters' ? 'oneTrust' : 'webSdk'
  expect(connect(setting, [value, others])).toEqual({ errors: [`[OptIn] ${message}`], connected: 1 })
})

it('marks the adapter for TCF, so that isIabContext finds it', () => {
  expect(readConnectors('adapters', 'tcf, gpc').map((connector) => Object.entries(connector))).toEqual([[['iabPlugin', true]], []])
})
