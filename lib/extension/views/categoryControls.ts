import { indexCategories } from '../../core/categories.js'
import { toMap } from '../../core/permissionCodec.js'
import type { CategoryMap } from '../../types.js'
import { fromText } from '../fromText.js'
import { elementLine } from './elementInput.js'
import type { MakeControl } from './field.js'
import { make } from './make.js'

const toList = (value: unknown): string[] =>
  String(fromText(value) ?? '').split(',').map((one) => one.trim()).filter(Boolean)

/** A tick for each category, and an input for data elements that name some. */
export const categories: MakeControl = (box, label) => {
  const ticks = make('div', { className: 'ticks' })
  const { input, line } = elementLine(label, true)
  box.append(ticks, line)
  let known: CategoryMap = {}
  const boxes = () => [...ticks.querySelectorAll('input')]
  const control = {
    focus: input,
    write: (value: unknown) => {
      const chosen = toList(value).map((one) => indexCategories(known)(one) ?? one)
      for (const tick of boxes()) tick.checked = chosen.includes(tick.value)
      input.value = chosen.filter((one) => !Object.values(known).includes(one)).join(', ')
    },
    read: () => {
      const list = [...boxes().filter(({ checked }) => checked).map(({ value }) => value), ...toList(input.value)]
      return list.length ? list : undefined
    },
  }
  return {
    ...control,
    refresh: (categories) => {
      const chosen = control.read()
      known = categories
      const tick = ([name, value]: [string, string]) =>
        make('label', { className: 'tick' }, make('input', { type: 'checkbox', value }), `${value} (${name})`)
      ticks.replaceChildren(...Object.entries(known).map(tick))
      control.write(chosen)
    },
  }
}

const ANSWERS = [['', 'not set'], ['true', 'approved'], ['false', 'denied']] as const

/** An answer for each category, or one data element for all of them. */
export const permissions: MakeControl = (box, label) => {
  const rows = make('div')
  const { input, line } = elementLine(label)
  box.append(rows, line)
  let known: CategoryMap = {}
  const selects = () => [...rows.querySelectorAll('select')]
  const answersOf = (map: object): [string | undefined, string][] =>
    Object.entries(map).map(([name, answer]) => [indexCategories(known)(name), String(answer)])
  const control = {
    focus: input,
    write: (value: unknown) => {
      const map = toMap(value)
      const answers = answersOf(map ?? {})
      // What rows cannot show stands in the input as a whole.
      const fits = answers.every(([category, answer]) => category && /^(true|false)$/.test(answer))
      const byCategory = new Map(fits ? answers : [])
      for (const select of selects()) select.value = byCategory.get(select.name) ?? ''
      input.value = map && fits ? '' : typeof value === 'string' ? value : map ? JSON.stringify(map) : ''
    },
    read: () => {
      const set = selects().flatMap(({ name, value }) => (value ? [[name, value === 'true']] : []))
      const whole = input.value.trim()
      if (whole && set.length) throw Error('Set the categories, or enter a data element, not both.')
      return whole || (set.length ? Object.fromEntries(set) : undefined)
    },
  }
  return {
    ...control,
    refresh: (categories) => {
      const old = new Map(selects().map(({ name, value }) => [name, value]))
      known = categories
      rows.replaceChildren(
        ...Object.entries(known).map(([name, value]) => {
          const id = `permission-${value}`
          const select = make('select', { id, name: value }, ...ANSWERS.map(([answer, textContent]) => make('option', { value: answer, textContent })))
          select.value = old.get(value) ?? ''
          return make('div', { className: 'row' }, make('label', { htmlFor: id }, `${value} (${name})`), select)
        }),
      )
    },
  }
}
