import { createField } from '../../../lib/extension/views/field.js'
import { make } from '../../../lib/extension/views/make.js'

const open = (html: string) => {
  document.body.innerHTML = html
  const box = document.body.firstElementChild as HTMLElement
  const focus = make('input')
  box.append(focus)
  const makeControl = jest.fn(() => ({ focus, write: () => {}, read: () => undefined }))
  return { box, focus, field: createField(box, makeControl), makeControl }
}

const one = '<div data-field="gate.unknown" data-kind="text"><label>Unknown</label><p class="help">What else.</p></div>'

it('ties its label and its help to the control', () => {
  const { field, focus, box, makeControl } = open(one)
  expect(makeControl).toHaveBeenCalledWith(box, 'Unknown')
  expect([field.path, field.isGroup]).toEqual([['gate', 'unknown'], false])
  expect(box.querySelector('label')?.htmlFor).toBe(focus.id)
  expect(document.getElementById(focus.getAttribute('aria-describedby') as string)?.textContent).toBe('What else.')
})

it('says what is wrong beside the control, and takes it away again', () => {
  const { field, focus, box } = open(one)
  const error = box.querySelector('.error') as HTMLElement
  expect([error.hidden, error.getAttribute('role')]).toEqual([true, 'alert'])
  field.mark('No such thing.')
  expect([error.hidden, error.textContent, focus.getAttribute('aria-invalid')]).toEqual([false, 'No such thing.', 'true'])
  expect(focus.getAttribute('aria-describedby')?.split(' ')).toContain(error.id)
  field.mark(undefined)
  expect([error.hidden, focus.getAttribute('aria-invalid'), focus.getAttribute('aria-describedby')]).toEqual([true, 'false', 'field-gate-unknown-help'])
})

it('describes a group of controls as a whole', () => {
  const { focus, box } = open('<fieldset data-field="categories" data-kind="group"><legend>Categories</legend><p class="help">Some.</p></fieldset>')
  expect([box.hasAttribute('aria-describedby'), focus.hasAttribute('aria-describedby')]).toEqual([true, false])
})
