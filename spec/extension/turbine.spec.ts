import type * as Turbine from '../../lib/extension/turbine.js'
import { load, openLibrary } from './openLibrary.js'

it('writes what went wrong, and what to do, to the log of the engine', () => {
  const { errors } = openLibrary()
  const { log } = load<typeof Turbine>('turbine')
  log(Error('It broke.'), 'Mend it.')
  log('It broke.', 'Mend it.')
  log(undefined, 'Mend it.')
  expect(errors).toEqual(['It broke. Mend it.', 'It broke. Mend it.', 'undefined Mend it.'])
})
