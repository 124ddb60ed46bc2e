import { failure } from '../../lib/commands/failure.js'
import { OptInError } from '../../lib/core/errors.js'

it('makes an error with a stable code and the message as it is', () => {
  const error = failure('declined', 'User opted into no purposes.')
  expect(error).toBeInstanceOf(OptInError)
  expect(error).toMatchObject({ code: 'declined', message: 'User opted into no purposes.' })
})
