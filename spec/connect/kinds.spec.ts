import type { Item } from '../../lib/connect/kinds.js'
import { byName, kinds } from '../../lib/connect/kinds.js'

const cases: { asked: Item[]; name: string; answer: boolean | undefined }[] = [
  { asked: [[['a'], true]], name: 'a', answer: true },
  { asked: [[['a'], false]], name: 'a', answer: false },
  { asked: [[['a'], true]], name: 'b', answer: undefined },
  { asked: [], name: 'a', answer: undefined },
  { asked: [[['a', 'group'], true], [['b', 'group'], true]], name: 'group', answer: true },
  { asked: [[['a', 'group'], true], [['b', 'group'], false]], name: 'group', answer: false },
  { asked: [[['a', 'group'], true], [['b', 'group'], undefined]], name: 'group', answer: undefined },
  { asked: [[['a', 'group'], 'yes'], [['b', 'group'], true]], name: 'group', answer: undefined },
  { asked: [[['a', 'group'], undefined], [['b', 'group'], false]], name: 'group', answer: false },
  { asked: [[['statistics'], true]], name: 'analytics|statistics', answer: true },
  { asked: [[['statistics'], true], [['analytics'], false]], name: 'analytics|statistics', answer: false },
]

test.each(cases)('$asked says $answer about $name', ({ asked, name, answer }) => {
  expect(byName(asked)(name)).toBe(answer)
})

const byKind = Object.fromEntries(Object.entries(kinds).map(([names, categories]) => [[categories].flat().join(), names]))

test.each([
  { category: 'aa,mediaaa', names: ['analytics', 'analytic', 'statistics', 'measurement', 'performance'] },
  { category: 'target', names: ['functional', 'functionality', 'preferences', 'personalization', 'personalisation', 'experience'] },
  { category: 'aam,adcloud,campaign', names: ['marketing', 'advertising', 'ads', 'targeting'] },
  { category: 'livefyre', names: ['social', 'social_media'] },
])('knows the usual names of what decides on $category', ({ category, names }) => {
  for (const name of names) expect(byName([[[name], true]])(byKind[category]!)).toBe(true)
})

test('lets marketing speak for social media where nothing is social', () => {
  const social = byKind.livefyre!
  expect(byName([[['marketing'], true]])(social)).toBe(true)
  expect(byName([[['marketing'], false]])(social)).toBe(false)
  expect(byName([[['marketing'], true], [['social'], false]])(social)).toBe(false)
  expect(byName([[['necessary'], true]])(social)).toBeUndefined()
})

test('approves nothing only because it is necessary', () => {
  const answer = byName([[['necessary'], true], [['essential'], true]])
  for (const names of Object.keys(kinds)) expect(answer(names)).toBeUndefined()
})
