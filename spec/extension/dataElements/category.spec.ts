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

it.each([
  [{}, '`category` must be one category.'],
  [{ category: 'nonsense' }, '`category` must be made of categories'],
  [{ category: ['aa', 'target'] }, '`category` must be one category.'],
  [{ category: 'aa', format: 'xml' }, '`format` must be boolean or text'],
])('logs %j and answers nothing', (settings, message) => {
  const { run, errors } = openLibrary(configuration)
  expect(run('dataElements/category', settings)).toBeUndefined()
  expect(errors).toEqual([expect.stringContaining(message)])
})
