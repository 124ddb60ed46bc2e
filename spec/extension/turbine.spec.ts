import type * as Turbine from '../../lib/extension/turbine.js'
import { load, openLibrary } from './openLibrary.js'

it('writes what went wrong, and what to do, to the log of the engine', () => {
  const { errors } = openLibrary()
  const { log } = load<typeof Turbine>('turbine')
  log(Error('It broke.'), 'Mend it.')
  log('It broke.')
  log(undefined)
  expect(errors).toEqual(['It broke. Mend it.', 'It broke.', 'undefined'])
})
