import { openLibrary } from '../openLibrary.js'

it('is met once the visitor decided', () => {
  const { run, optIn } = openLibrary()
  const before = run('conditions/complete')
  optIn.denyAll()
  expect([before, run('conditions/complete')]).toEqual([false, true])
})

it('is not met while answers are collected', () => {
  const { run, optIn } = openLibrary()
  optIn.approve('aa', true)
  expect(run('conditions/complete')).toBe(false)
})
