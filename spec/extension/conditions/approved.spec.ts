import { openLibrary } from '../openLibrary.js'

const configuration = { doesOptInApply: true, preOptInApprovals: { aa: true, target: true } }

it.each([
  [{ categories: ['aa', 'target'] }, true],
  [{ categories: ['aa', 'ecid'] }, false],
  [{ categories: ['aa', 'ecid'], match: 'all' }, false],
  [{ categories: ['aa', 'ecid'], match: 'any' }, true],
  [{ categories: ['ecid', 'aam'], match: 'any' }, false],
  [{ category: 'ANALYTICS' }, true],
  [{}, false],
  [{ match: 'any' }, true],
])('%j: %s', (settings, isMet) => {
  const { run, errors } = openLibrary(configuration)
  expect(run('conditions/approved', settings)).toBe(isMet)
  expect(errors).toEqual([])
})

it.each([{ categories: ['aa', 'nonsense'], match: 'any' }, { categories: '' }, { categories: ['aa'], match: 'most' }])('is not met, and logged, for %j', (settings) => {
  const { run, errors } = openLibrary(configuration)
  expect(run('conditions/approved', settings)).toBeUndefined()
  expect(errors).toHaveLength(1)
})
