import { make } from '../../../lib/extension/views/make.js'

it('makes an element with properties, attributes and children', () => {
  const element = make('p', { className: 'error', id: 'x', hidden: true, role: 'alert', 'aria-label': 'Wrong' }, 'It is ', make('b', {}, 'wrong'))
  expect(element.outerHTML).toBe('<p class="error" id="x" hidden="" role="alert" aria-label="Wrong">It is <b>wrong</b></p>')
})

it('makes text of text, never markup', () => {
  expect(make('p', {}, '<b>').innerHTML).toBe('&lt;b&gt;')
})
