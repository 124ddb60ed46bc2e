import { createOptIn } from '../../lib/createOptIn.js'
import { readCategories } from '../../lib/extension/readCategories.js'

const optIn = createOptIn({ categories: { CHAT: 'chat' } })
const read = (settings: object) => readCategories(optIn as never, settings as Record<string, unknown>)

it.each([
  [{ categories: ['aa', 'target'] }, ['aa', 'target']],
  [{ categories: ['ANALYTICS', 'CHAT'] }, ['aa', 'chat']],
  [{ categories: 'aa, target' }, ['aa', 'target']],
  [{ categories: '["aa","target"]' }, ['aa', 'target']],
  [{ categories: ['aa', ['target', 'ecid']] }, ['aa', 'target', 'ecid']],
  [{ category: 'aa' }, ['aa']],
  [{ categories: ['aa'], category: 'target' }, ['aa']],
  [{ categories: [] }, []],
  [{}, []],
])('%j chooses %j', (settings, categories) => {
  expect(read(settings)).toEqual(categories)
})

it.each([{ categories: 'nonsense' }, { categories: ['aa', undefined] }, { categories: undefined }, { category: '' }, { category: '__proto__' }, { categories: 5 }])(
  'refuses %j by name',
  (settings) => {
    const [option] = Object.keys(settings)
    expect(() => read(settings)).toThrow(`\`${option}\` must be made of categories; it got`)
  },
)
