import { openLibrary } from '../openLibrary.js'

it('answers where the decision stands', () => {
  const { run, optIn } = openLibrary()
  const seen = [run('dataElements/status')]
  optIn.approve('aa', true)
  seen.push(run('dataElements/status'))
  optIn.complete()
  expect([...seen, run('dataElements/status')]).toEqual(['pending', 'changed', 'complete'])
})
