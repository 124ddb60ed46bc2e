import { adobesOwn, approvedOf, openLibrary } from '../openLibrary.js'

jest.spyOn(console, 'warn').mockImplementation(() => {})

it('forgets what the visitor decided', () => {
  const library = openLibrary({ doesOptInApply: true, preOptInApprovals: { aa: true } })
  library.run('actions/denyAll')
  library.run('actions/reset')
  expect([approvedOf(library), library.optIn.status]).toEqual([['aa'], 'pending'])
})

it('logs that Adobe’s own object cannot', () => {
  const { run, errors } = openLibrary({}, { there: adobesOwn() })
  run('actions/reset')
  expect(errors).toEqual([expect.stringContaining('cannot forget a decision: let no Adobe library load before this extension')])
})
