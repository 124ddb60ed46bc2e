import { readDecision } from '../../lib/extension/readDecision.js'

it.each([
  [{ aa: true, target: 'false' }, { aa: true, target: false }],
  ['{"aa":true,"target":"false"}', { aa: true, target: false }],
])('reads %j', (decision, read) => {
  expect(readDecision({ decision })).toEqual(read)
})

it.each([undefined, null, '', 'aa', 5, ['aa']])('refuses %j', (decision) => {
  expect(() => readDecision({ decision })).toThrow('`decision` must be a map { category: true or false }; it got')
})
