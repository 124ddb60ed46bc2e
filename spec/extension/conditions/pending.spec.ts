import { openLibrary } from '../openLibrary.js'

it('is met until the visitor decided', () => {
  const { run, optIn } = openLibrary()
  const before = run('conditions/pending')
  optIn.denyAll()
  expect([before, run('conditions/pending')]).toEqual([true, false])
})

it('is not met while answers are collected', () => {
  const { run, optIn } = openLibrary()
  optIn.approve('aa', true)
  expect(run('conditions/pending')).toBe(false)
})
