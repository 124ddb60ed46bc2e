import { openLibrary } from '../openLibrary.js'

const configuration = { doesOptInApply: true, preOptInApprovals: { aa: true } }

it.each([
  [{ category: 'aa' }, true],
  [{ category: 'ANALYTICS' }, true],
  [{ category: 'target' }, false],
  [{ category: 'aa', format: 'text' }, 'true'],
  [{ category: 'target', format: 'text' }, 'false'],
  [{ category: 'target', format: 'boolean' }, false],
])('%j is %j', (settings, answer) => {
  expect(openLibrary(configuration).run('dataElements/category', settings)).toBe(answer)
})

it.each([{}, { category: 'nonsense' }, { category: ['aa', 'target'] }, { category: 'aa', format: 'xml' }])('logs %j and answers nothing', (settings) => {
  const { run, errors } = openLibrary(configuration)
  expect(run('dataElements/category', settings)).toBeUndefined()
  expect(errors).toHaveLength(1)
})
