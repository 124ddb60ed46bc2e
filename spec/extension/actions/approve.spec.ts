import { approvedOf, openLibrary } from '../openLibrary.js'

it.each([
  [{ categories: ['aa', 'TARGET'] }, ['aa', 'target']],
  [{ categories: 'aa, target' }, ['aa', 'target']],
  [{ category: 'aa' }, ['aa']],
  [{ categories: ['aa'], wait: 'false' }, ['aa']],
])('approves what %j chooses', (settings, approved) => {
  const library = openLibrary()
  library.run('actions/approve', settings)
  expect(approvedOf(library)).toEqual(approved)
  expect(library.errors).toEqual([])
})

it('collects, when told to wait', () => {
  const library = openLibrary()
  library.run('actions/approve', { categories: ['aa'], wait: 'true' })
  expect([approvedOf(library), library.optIn.status]).toEqual([[], 'changed'])
})

it.each([{ categories: ['nonsense'] }, { categories: undefined }, {}, { categories: ['aa'], wait: 'perhaps' }, undefined])(
  'logs %j and changes nothing',
  (settings) => {
    const library = openLibrary()
    library.run('actions/approve', settings)
    expect([approvedOf(library), library.optIn.status, library.errors.length]).toEqual([[], 'pending', 1])
  },
)
