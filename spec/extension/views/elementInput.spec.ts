import { elementButton, elementLine } from '../../../lib/extension/views/elementInput.js'
import { make } from '../../../lib/extension/views/make.js'

const choose = async (button: HTMLButtonElement, chosen: string | undefined) => {
  Object.assign(window, { extensionBridge: { openDataElementSelector: async () => chosen } })
  button.click()
  await new Promise(process.nextTick)
}

it.each([
  ['', false, '%Name%'],
  ['old', false, '%Name%'],
  ['old', undefined, '%Name%'],
  ['', true, '%Name%'],
  [' ', true, '%Name%'],
  ['aa, ', true, 'aa,, %Name%'],
  ['%One%', true, '%One%, %Name%'],
])('puts a chosen data element into %j (list: %s)', async (value, isList, now) => {
  const input = make('input', { value })
  document.body.replaceChildren(input)
  const changed = jest.fn()
  document.body.addEventListener('change', changed, { once: true })
  await choose(elementButton(input, 'Domain', isList), 'Name')
  expect([input.value, changed.mock.calls.length, document.activeElement === input]).toEqual([now, 1, true])
})

it('leaves the input alone when none was chosen', async () => {
  const input = make('input', { value: 'old' })
  await choose(elementButton(input, 'Domain'), undefined)
  expect(input.value).toBe('old')
})

it('names both parts of a line for those who do not see where they stand', () => {
  const { input, line } = elementLine('Domain')
  expect([...line.children].map((part) => part.getAttribute('aria-label'))).toEqual(['Domain: data element', 'Data element for Domain'])
  expect(line.textContent).toBe('Data element')
  expect(line.firstElementChild).toBe(input)
})

it('puts a data element in the place of what stood in a line that takes one', async () => {
  const { input, line } = elementLine('Domain')
  input.value = '%Old%'
  await choose(line.querySelector('button') as HTMLButtonElement, 'Name')
  expect(input.value).toBe('%Name%')
})
