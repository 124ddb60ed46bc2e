import { approvedOf, openLibrary } from '../openLibrary.js'

it('denies what is chosen', () => {
  const library = openLibrary({ doesOptInApply: true, preOptInApprovals: { aa: true, target: true } })
  library.run('actions/deny', { categories: ['aa'] })
  expect([approvedOf(library), library.optIn.status]).toEqual([['target'], 'complete'])
})

it('collects, when told to wait', () => {
  const library = openLibrary({ doesOptInApply: true, preOptInApprovals: { aa: true } })
  library.run('actions/deny', { category: 'aa', wait: true })
  expect([approvedOf(library), library.optIn.status]).toEqual([['aa'], 'changed'])
})

it('logs a category nobody knows and changes nothing', () => {
  const library = openLibrary()
  library.run('actions/deny', { categories: ['aa', 'nonsense'] })
  expect([library.optIn.status, library.errors.length]).toEqual(['pending', 1])
})
