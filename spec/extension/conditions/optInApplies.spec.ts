import { openLibrary } from '../openLibrary.js'

it.each([true, false])('is %s where doesOptInApply is', (doesOptInApply) => {
  expect(openLibrary({ doesOptInApply }).run('conditions/optInApplies')).toBe(doesOptInApply)
})
