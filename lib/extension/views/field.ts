import type { CategoryMap } from '../../types.js'
import { make } from './make.js'

/** The part of a field that differs by kind. */
export interface Control {
  /** What gets the focus and is marked when the value is wrong. */
  readonly focus: HTMLElement
  /** Shows a value of the settings. */
  write(value: unknown): void
  /** The value for the settings, `undefined` for none; throws what is wrong with it. */
  read(): unknown
  /** Shows other categories. */
  refresh?(known: CategoryMap): void
}

/** One setting of a form. */
export interface Field extends Control {
  readonly path: readonly string[]
  readonly isGroup: boolean
  readonly box: HTMLElement
  /** Shows what is wrong, beside the field, or that nothing is. */
  mark(fault: string | undefined): void
}

/** Makes a control of the markup in a field's box. */
export type MakeControl = (box: HTMLElement, label: string) => Control

/** A field over its box `<div data-field="path">`: its label, its help and a place for what is wrong belong to its control. */
export const createField = (box: HTMLElement, makeControl: MakeControl): Field => {
  const name = box.dataset['field'] as string
  const id = `field-${name.replaceAll('.', '-')}`
  const label = box.querySelector<HTMLElement>('label, legend') as HTMLElement
  const help = box.querySelector<HTMLElement>('.help') as HTMLElement
  const control = makeControl(box, label.textContent ?? '')
  const error = make('p', { className: 'error', id: `${id}-error`, role: 'alert', hidden: true })
  box.append(error)
  control.focus.id = id
  if (label instanceof HTMLLabelElement) label.htmlFor = id
  help.id = `${id}-help`
  // A group of controls is described as a whole.
  const described = box instanceof HTMLFieldSetElement ? box : control.focus
  described.setAttribute('aria-describedby', help.id)
  return {
    ...control,
    path: name.split('.'),
    isGroup: box.dataset['kind'] === 'group',
    box,
    mark: (fault) => {
      error.textContent = fault ?? ''
      error.hidden = !fault
      control.focus.setAttribute('aria-invalid', String(Boolean(fault)))
      described.setAttribute('aria-describedby', [help.id, fault && error.id].filter(Boolean).join(' '))
    },
  }
}
