import { controls } from '../../../lib/extension/views/controls.js'

const open = (kind: string, html: string) => {
  document.body.innerHTML = html
  const box = document.body.firstElementChild as HTMLElement
  return { box, control: controls[kind]!(box, 'Label') }
}

describe('a line of text', () => {
  const html = '<div data-element><input type="text"></div>'
  it.each([
    ['example.com', 'example.com'],
    [' x ', 'x'],
    [60, '60'],
    [{ aa: true }, '{"aa":true}'],
    ['', undefined],
    [undefined, undefined],
    [null, undefined],
  ])('shows %j and reads %j', (value, read) => {
    const { control } = open('text', html)
    control.write(value)
    expect(control.read()).toBe(read)
  })

  it('has a button for data elements where it says so', () => {
    const labels = (one: string) => [...open('text', one).box.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'))
    expect([html, '<div><input></div>'].map(labels)).toEqual([['Data element for Label'], []])
  })
})

describe('a choice', () => {
  const html = '<div data-element><select><option value="" data-is="false">No</option><option value="true">Yes</option></select></div>'
  it.each([
    [undefined, undefined],
    [false, undefined],
    ['true', true],
    [true, true],
    ['%Name%', '%Name%'],
  ])('shows %j and reads %j', (value, read) => {
    const { control } = open('choice', html)
    control.write(value)
    expect(control.read()).toBe(read)
  })

  it('shows the place for a data element only when one is wanted', () => {
    const { box, control } = open('choice', html)
    const line = box.querySelector('.line') as HTMLElement
    const input = line.querySelector('input') as HTMLInputElement
    control.write('%Name%')
    expect([line.hidden, input.value]).toEqual([false, '%Name%'])
    control.write(true)
    expect([line.hidden, input.value]).toEqual([true, ''])
    const select = box.querySelector('select') as HTMLSelectElement
    expect([...select.options].map(({ textContent }) => textContent)).toEqual(['No', 'Yes', 'A data element …'])
    select.value = '%'
    select.dispatchEvent(new Event('change'))
    expect(line.hidden).toBe(false)
    expect(() => control.read()).toThrow('Enter a data element between percent signs, or choose another answer.')
    input.value = ' %Name% '
    expect(control.read()).toBe('%Name%')
  })

  it('keeps a value it does not know where no data element can be meant', () => {
    const { box, control } = open('choice', html.replace(' data-element', ''))
    control.write('true')
    control.write('most')
    expect(control.read()).toBe('most')
    expect([...box.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual(['No', 'Yes', 'most'])
  })

  it('offers the categories where it says so, and keeps what was chosen', () => {
    const { box, control } = open('choice', '<div data-options="categories"><select><option value="">Choose one</option></select></div>')
    control.refresh?.({ ANALYTICS: 'aa' })
    control.write('aa')
    control.refresh?.({ ANALYTICS: 'aa', CHAT: 'chat' })
    expect([...box.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual(['Choose one', 'aa (ANALYTICS)', 'chat (CHAT)'])
    expect(control.read()).toBe('aa')
  })

  it('offers no category elsewhere', () => expect(open('choice', html).control.refresh).toBeUndefined())
})

describe('lines', () => {
  it.each([
    ['map', { C1: ['aa'] }, { C1: ['aa'] }],
    ['names', { CHAT: 'chat' }, { CHAT: 'chat' }],
    ['map', ' %Map%\n', '%Map%'],
    ['map', undefined, undefined],
  ])('of a %s show %j and read %j', (lines, value, read) => {
    const { control } = open('lines', `<div data-lines="${lines}"><textarea></textarea></div>`)
    control.write(value)
    expect(control.read()).toEqual(read)
  })
})

describe('a group', () => {
  it('may be without a part of the form', () => {
    const { control } = open('group', '<div data-field="adapters.gpc"><label>GPC</label></div>')
    control.write(true)
    expect(control.read()).toBe(true)
  })

  it.each([
    [{}, true],
    [true, true],
    [false, false],
    [undefined, false],
  ])('for %j is ticked: %s, and so is its part shown', (value, isTicked) => {
    document.body.innerHTML = '<div data-field="gate"><label>Gate</label></div><div data-group="gate"></div>'
    const control = controls['group']!(document.body.firstElementChild as HTMLElement, 'Gate')
    control.write(value)
    const part = document.body.lastElementChild as HTMLElement
    expect([control.read(), part.hidden]).toEqual([isTicked, !isTicked])
    control.focus.click()
    expect([control.read(), part.hidden]).toEqual([!isTicked, isTicked])
  })
})
