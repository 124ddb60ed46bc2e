import { adobesOwn, approvedOf, openLibrary } from '../openLibrary.js'

jest.spyOn(console, 'warn').mockImplementation(() => {})

it.each([{ aa: true, target: true, ecid: false }, '{"aa":"true","TARGET":"true","ecid":"false"}'])('decides as %j says, with one announcement', (decision) => {
  const library = openLibrary()
  const changes = library.listen('events/changed')
  library.run('actions/decide', { decision })
  expect(approvedOf(library)).toEqual(['aa', 'target'])
  expect(changes).toHaveLength(1)
})

it('collects, when told to wait', () => {
  const library = openLibrary()
  library.run('actions/decide', { decision: { aa: true }, wait: true })
  expect([approvedOf(library), library.optIn.status]).toEqual([[], 'changed'])
})

it.each([undefined, '', 'yes', { nonsense: true }, { aa: 'perhaps' }, {}])('logs %j and changes nothing', (decision) => {
  const library = openLibrary()
  library.run('actions/decide', { decision })
  expect([library.optIn.status, library.errors.length]).toEqual(['pending', 1])
})

it('decides with Adobe’s own object too, in one completion', () => {
  const library = openLibrary({}, { there: adobesOwn() })
  const completions = library.listen('events/complete')
  library.run('actions/decide', { decision: { aa: true, target: false } })
  expect([approvedOf(library), completions.length]).toEqual([['aa'], 1])
})

it('collects with Adobe’s own object too', () => {
  const library = openLibrary({}, { there: adobesOwn() })
  library.run('actions/decide', { decision: { aa: true }, wait: true })
  const before = approvedOf(library)
  library.run('actions/complete')
  expect([before, approvedOf(library)]).toEqual([[], ['aa']])
})
