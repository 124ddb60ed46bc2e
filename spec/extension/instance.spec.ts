import { createOptIn } from '../../lib/createOptIn.js'
import type { AnyOptIn } from '../../lib/types.js'
import { adobesOwn, approvedOf, load, openLibrary } from './openLibrary.js'

const warn = jest.spyOn(console, 'warn').mockImplementation(() => {})
beforeEach(() => warn.mockClear())

it('puts the page’s one OptIn on window.adobe as soon as it is loaded', () => {
  const { optIn } = openLibrary({ doesOptInApply: 'true', preOptInApprovals: '{"aa":true}' })
  expect(window.adobe?.optIn).toBe(optIn)
  expect([optIn.doesOptInApply, optIn.status]).toEqual([true, 'pending'])
  expect(approvedOf({ optIn })).toEqual(['aa'])
  expect((window.adobe?.OptInCategories as { AAM: string }).AAM).toBe('aam')
})

it('does without what an engine may not have: settings, and those of the property', () => {
  delete window.adobe
  jest.resetModules()
  Object.assign(globalThis, { turbine: { getExtensionSettings: () => undefined } })
  expect(load<{ optIn: AnyOptIn }>('instance').optIn.isApproved()).toBe(true)
})

it('uses one of ours that is there, and logs that the configuration has no effect', () => {
  const there = createOptIn({ doesOptInApply: true })
  const { optIn, warnings } = openLibrary({ doesOptInApply: false }, { there: there as never })
  expect(optIn).toBe(there)
  expect(warnings).toEqual([expect.stringContaining('the configuration of the extension has no effect')])
  expect(warn).not.toHaveBeenCalled()
})

it('uses Adobe’s own that is there, and says on the console what is not active', () => {
  const there = adobesOwn()
  expect(openLibrary({}, { there }).optIn).toBe(there)
  expect(warn).toHaveBeenCalledWith(expect.stringMatching(/storage, gate and adapters are not active. Load it before the Adobe libraries/))
})

it('keeps what else stands on window.adobe', () => {
  const { optIn } = openLibrary()
  const { adobe } = window as unknown as { adobe: Record<string, unknown> }
  delete adobe['optIn']
  adobe['OptInCategories'] = adobe['other'] = 'theirs'
  jest.resetModules()
  load('instance')
  expect(adobe).toMatchObject({ OptInCategories: 'theirs', other: 'theirs' })
  expect(adobe['optIn']).not.toBe(optIn)
})
