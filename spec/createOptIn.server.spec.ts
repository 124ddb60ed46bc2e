/** @jest-environment node */
import { createOptIn } from '../lib/createOptIn.js'

it('on a server an OptIn has no cookies to read, which is no error, and holds what is decided there for itself', () => {
  const errors: unknown[] = []
  const optIn = createOptIn({ doesOptInApply: true, isOptInStorageEnabled: true, onError: (error) => errors.push(error) })
  expect([optIn.status, optIn.getMemoizedContent('note'), errors]).toEqual(['pending', undefined, []])
  optIn.approve('aa')
  expect([optIn.status, optIn.isApproved('aa'), errors]).toEqual(['complete', true, [expect.objectContaining({ code: 'storage-failed' })]])
})
