import { Categories } from '../../../lib/core/categories.js'
import { categories, permissions } from '../../../lib/extension/views/categoryControls.js'
import type { MakeControl } from '../../../lib/extension/views/field.js'

const open = (make: MakeControl) => {
  document.body.innerHTML = '<fieldset></fieldset>'
  const box = document.body.firstElementChild as HTMLElement
  const control = make(box, 'Label')
  control.refresh?.(Categories)
  return { box, control, input: box.querySelector('.line input') as HTMLInputElement }
}

describe('ticks for categories', () => {
  it.each([
    [['aa', 'TARGET'], ['aa', 'target'], ''],
    ['target, aa,, ', ['aa', 'target'], ''],
    ['["aa"]', ['aa'], ''],
    [['aa', '%Some%', 'nonsense'], ['aa', '%Some%', 'nonsense'], '%Some%, nonsense'],
    [undefined, undefined, ''],
    [[], undefined, ''],
  ])('for %j read %j, with %j beside them', (value, read, beside) => {
    const { control, input } = open(categories)
    control.write(value)
    expect([control.read(), input.value]).toEqual([read, beside])
  })

  it('stay as they are when a category is added', () => {
    const { control, box } = open(categories)
    control.write(['aa', 'chat'])
    control.refresh?.({ ...Categories, CHAT: 'chat' })
    expect(control.read()).toEqual(['aa', 'chat'])
    expect(box.querySelectorAll('input[type=checkbox]:checked')).toHaveLength(2)
  })
})

describe('answers for categories', () => {
  it.each([
    [{ aa: true, TARGET: 'false' }, { aa: true, target: false }, ''],
    ['{"aa":true}', { aa: true }, ''],
    ['%All%', '%All%', '%All%'],
    [{ nonsense: true }, '{"nonsense":true}', '{"nonsense":true}'],
    [{ aa: true, nonsense: true }, '{"aa":true,"nonsense":true}', '{"aa":true,"nonsense":true}'],
    [{ aa: '%Aa%' }, '{"aa":"%Aa%"}', '{"aa":"%Aa%"}'],
    [{ aa: 'untrue' }, '{"aa":"untrue"}', '{"aa":"untrue"}'],
    [{ aa: 'trueish' }, '{"aa":"trueish"}', '{"aa":"trueish"}'],
    [undefined, undefined, ''],
  ])('for %j read %j, with %j beside them', (value, read, beside) => {
    const { control, input } = open(permissions)
    control.write(value)
    expect([control.read(), input.value]).toEqual([read, beside])
  })

  it('are not taken together with a data element', () => {
    const { control, input } = open(permissions)
    control.write({ aa: true })
    input.value = '%All%'
    expect(() => control.read()).toThrow('Set the categories, or enter a data element, not both.')
    input.value = ' '
    expect(control.read()).toEqual({ aa: true })
  })

  it('are approved, denied or not set', () => {
    const { box } = open(permissions)
    for (const select of box.querySelectorAll('select'))
      expect([...select.options].map(({ value, textContent }) => [value, textContent])).toEqual([['', 'not set'], ['true', 'approved'], ['false', 'denied']])
  })

  it('stay as they are when a category is added', () => {
    const { control } = open(permissions)
    control.write({ aa: true })
    control.refresh?.({ ...Categories, CHAT: 'chat' })
    expect(control.read()).toEqual({ aa: true })
    control.write({ aa: true, chat: false })
    expect(control.read()).toEqual({ aa: true, chat: false })
  })
})

it.each([
  ['ticks', categories],
  ['answers', permissions],
])('%s are labelled by value and name', (_what, make) => {
  const { box } = open(make)
  const rows = Object.entries(Categories).map(([name, value]) => `${value} (${name})`)
  expect([...box.querySelectorAll('label')].map(({ firstChild, lastChild }) => [firstChild, lastChild].find((node) => node instanceof Text)?.textContent)).toEqual(rows)
})
