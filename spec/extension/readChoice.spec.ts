import { readChoice } from '../../lib/extension/readChoice.js'

it.each([
  [{}, false],
  [{ wait: '' }, false],
  [{ wait: undefined }, false],
  [{ wait: 'true' }, true],
  [{ wait: true }, true],
  [{ wait: 'false' }, false],
])('%j is %s', (settings, choice) => {
  expect(readChoice(settings, 'wait', [false, true])).toBe(choice)
})

it('refuses another value by its name', () => {
  expect(() => readChoice({ match: 'most' }, 'match', ['all', 'any'])).toThrow('[OptIn] `match` must be all or any; it got "most".')
})
