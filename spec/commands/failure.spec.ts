import { failure } from '../../lib/commands/failure.js'
import { OptInError } from '../../lib/core/errors.js'

describe('the error of a command', () => {
  it('is an error of this library', () => {
    expect(failure('declined', 'No.')).toBeInstanceOf(OptInError)
    expect(failure('declined', 'No.')).toMatchObject({ code: 'declined', message: 'No.' })
  })
})
