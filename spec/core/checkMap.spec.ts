import { Categories, indexCategories } from '../../lib/core/categories.js'
import { checkMap } from '../../lib/core/checkMap.js'

const index = indexCategories({ ...Categories, CHAT: 'chat' })
const check = (map?: unknown) => () => checkMap(Object.assign(() => {}, { map }), index)

describe('the map of a bridge', () => {
  it.each([
    { map: { a: ['aa'], b: ['analytics'] }, got: '"analytics"' },
    { map: { a: [['aa', 'constructor']] }, got: '"constructor"' },
    { map: { a: { b: ['toString'] } }, got: '"toString"' },
    { map: { a: 'nonsense' }, got: '"nonsense"' },
    { map: { a: [null] }, got: 'null' },
    { map: { a: true }, got: 'true' },
    { map: 5, got: '5' },
  ])('that names a category nobody knows is refused: $map', ({ map, got }) => {
    expect(check(map)).toThrow(
      expect.objectContaining({ code: 'invalid-config', message: `[OptIn] \`bridges.map\` must be made of known categories; it got ${got}.` }),
    )
  })

  it.each([[{ a: ['aa', ['AAM', 'chat']] }], [{ a: ['target'] }], [{ a: 'CHAT' }], [{ a: { b: ['aa'] } }], [{ a: undefined, b: [] }], [{}], [undefined]])(
    'is taken: %j',
    (map) => {
      expect(check(map)).not.toThrow()
    },
  )
})
