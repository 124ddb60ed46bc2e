import { toPermission } from '../../core/permissionCodec.js'
import { categories, permissions } from './categoryControls.js'
import { isElement } from './checks.js'
import { elementButton, elementLine } from './elementInput.js'
import type { MakeControl } from './field.js'
import { fromLines, toLines } from './lines.js'
import { make } from './make.js'

const toShown = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

/** One line of text, with a button for a data element where the box says so. */
const text: MakeControl = (box, label) => {
  const input = box.querySelector('input') as HTMLInputElement
  if ('element' in box.dataset) {
    const line = make('div', { className: 'line' })
    input.replaceWith(line)
    line.append(input, elementButton(input, label))
  }
  return { focus: input, write: (value) => void (input.value = toShown(value)), read: () => input.value.trim() || undefined }
}

/** One of a few answers, or a data element where the box says so; an option's `data-is` is the value it also stands for. */
const choice: MakeControl = (box, label) => {
  const select = box.querySelector('select') as HTMLSelectElement
  const fixed = [...select.options]
  const { input, line } = elementLine(label)
  const show = () => void (line.hidden = select.value !== '%')
  if ('element' in box.dataset) select.after(line)
  const fill = (more: readonly HTMLOptionElement[]) => {
    const element = 'element' in box.dataset ? [make('option', { value: '%', textContent: 'A data element …' })] : []
    select.replaceChildren(...fixed, ...more, ...element)
  }
  fill([])
  select.addEventListener('change', show)
  const control = {
    focus: select,
    write: (value: unknown) => {
      const shown = toShown(value)
      const option = [...select.options].find((one) => one.value === shown || one.dataset['is'] === shown)
      if (!option && !('element' in box.dataset)) select.append(make('option', { value: shown, textContent: shown }))
      select.value = option ? option.value : 'element' in box.dataset ? '%' : shown
      input.value = option ? '' : shown
      show()
    },
    read: () => {
      const value = select.value === '%' ? input.value.trim() : select.value
      if (select.value === '%' && !isElement(value)) throw Error('Enter a data element between percent signs, or choose another answer.')
      return value === '' ? undefined : (toPermission(value) ?? value)
    },
  }
  if (box.dataset['options'] !== 'categories') return control
  return {
    ...control,
    refresh: (known) => {
      const old = select.value
      fill(Object.entries(known).map(([name, value]) => make('option', { value, textContent: `${value} (${name})` })))
      select.value = old
    },
  }
}

/** Several lines, `key = value, value`. */
const lines: MakeControl = (box) => {
  const area = box.querySelector('textarea') as HTMLTextAreaElement
  return {
    focus: area,
    write: (value) => void (area.value = toLines(value)),
    read: () => (isElement(area.value.trim()) ? area.value.trim() : fromLines(area.value, box.dataset['lines'] === 'names')),
  }
}

/** A tick that puts a part of the settings, and of the form, there or takes it away. */
const group: MakeControl = (box) => {
  const label = box.querySelector('label') as HTMLLabelElement
  const tick = make('input', { type: 'checkbox' })
  label.className = 'tick'
  label.prepend(tick)
  const part = document.querySelector<HTMLElement>(`[data-group="${box.dataset['field']}"]`)
  const show = () => {
    if (part) part.hidden = !tick.checked
  }
  tick.addEventListener('change', show)
  return {
    focus: tick,
    write: (value) => {
      tick.checked = value !== undefined && value !== false
      show()
    },
    read: () => tick.checked,
  }
}

/** What a box is made into, by its `data-kind`. */
export const controls: Readonly<Record<string, MakeControl>> = { text, choice, lines, group, categories, permissions }
