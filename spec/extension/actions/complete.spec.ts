import { approvedOf, openLibrary } from '../openLibrary.js'

it('lets take effect what was collected', () => {
  const library = openLibrary()
  library.run('actions/approve', { categories: ['aa'], wait: true })
  library.run('actions/deny', { categories: ['target'], wait: true })
  library.run('actions/complete')
  expect([approvedOf(library), library.optIn.status]).toEqual([['aa'], 'complete'])
})
