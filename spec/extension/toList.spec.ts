import { toList } from '../../lib/extension/toList.js'

it.each([
  ['aa', ['aa']],
  ['aa, target ecid,', ['aa', 'target', 'ecid']],
  ['["aa","target"]', ['aa', 'target']],
  [['aa', ['target', ['ecid, aam']]], ['aa', 'target', 'ecid', 'aam']],
  [[], []],
  ['', [undefined]],
  [undefined, [undefined]],
  [5, [5]],
  ['{"aa":"true"}', [{ aa: true }]],
])('lists %j as %j', (value, list) => {
  expect(toList(value)).toEqual(list)
})
