import { readNamed } from '../../lib/extension/readNamed.js'

it.each([
  ['tcf', [['tcf', {}]]],
  ['tcf, gpc oneTrust', [['tcf', {}], ['gpc', {}], ['oneTrust', {}]]],
  [['tcf', 'gpc'], [['tcf', {}], ['gpc', {}]]],
  ['["tcf"]', [['tcf', {}]]],
  [{ tcf: {}, gpc: true, oneTrust: false }, [['tcf', {}], ['gpc', {}]]],
  ['{"oneTrust":{"match":"any"},"gpc":"true","tcf":"false"}', [['oneTrust', { match: 'any' }], ['gpc', {}]]],
  [{ tcf: 5 }, [['tcf', 5]]],
  [true, [[true, {}]]],
  [5, [[5, {}]]],
  ['', []],
  ['false', []],
  [null, []],
  [undefined, []],
  [[], []],
])('%j names %j', (value, named) => {
  expect(readNamed(value)).toEqual(named)
})

it('takes a connector that a data element answers', () => {
  const connector = () => undefined
  expect(readNamed([connector, 'tcf'])).toEqual([[connector, {}], ['tcf', {}]])
})
