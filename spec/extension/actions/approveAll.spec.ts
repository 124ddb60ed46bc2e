import { approvedOf, openLibrary } from '../openLibrary.js'

const configuration = { doesOptInApply: true, preOptInApprovals: { aa: true } }

it('approves every category', () => {
  const library = openLibrary(configuration)
  library.run('actions/approveAll', {})
  expect([approvedOf(library).length, library.optIn.status]).toEqual([8, 'complete'])
})

it('collects, when told to wait', () => {
  const library = openLibrary(configuration)
  library.run('actions/approveAll', { wait: true })
  expect([approvedOf(library), library.optIn.status]).toEqual([['aa'], 'changed'])
})

it('logs a wait that is none and changes nothing', () => {
  const library = openLibrary(configuration)
  library.run('actions/approveAll', { wait: 'perhaps' })
  expect([library.optIn.status, library.errors]).toEqual(['pending', [expect.stringContaining('`wait` must be false or true')]])
})
