import { chooseElement } from './bridge.js'
import { make } from './make.js'

/** A button that puts a data element into an input; with `isList` behind what is there. */
export const elementButton = (input: HTMLInputElement, label: string, isList = false): HTMLButtonElement => {
  const button = make('button', { type: 'button', textContent: 'Data element', 'aria-label': `Data element for ${label}` })
  button.addEventListener('click', async () => {
    const chosen = await chooseElement()
    if (!chosen) return
    input.value = isList && input.value.trim() ? `${input.value.trim()}, ${chosen}` : chosen
    input.dispatchEvent(new Event('change', { bubbles: true }))
    input.focus()
  })
  return button
}

/** An input for a data element with its button, named for those who do not see where it stands. */
export const elementLine = (label: string, isList = false): { input: HTMLInputElement; line: HTMLElement } => {
  const input = make('input', { type: 'text', placeholder: '%data element%', 'aria-label': `${label}: data element` })
  return { input, line: make('div', { className: 'line' }, input, elementButton(input, label, isList)) }
}
