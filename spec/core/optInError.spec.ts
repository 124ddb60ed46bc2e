import { OptInError } from '../../lib/core/optInError.js'
import * as errors from '../../lib/core/errors.js'

describe('the errors of this library', () => {
  it('are errors with a stable code', () => {
    const cause = new Error('why')
    const error = new OptInError('declined', 'No.', { cause })
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({ name: 'OptInError', code: 'declined', message: 'No.', cause })
    expect(String(error)).toBe('OptInError: No.')
  })

  it('are made of one class, wherever it is imported from', () => expect(errors.OptInError).toBe(OptInError))
})
