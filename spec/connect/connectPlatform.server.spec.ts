/** @jest-environment node */
import { custom } from '../../lib/adapters/custom.js'
import { gpc } from '../../lib/adapters/gpc.js'
import { gpp } from '../../lib/adapters/gpp.js'
import { tcf } from '../../lib/adapters/tcf.js'
import { usPrivacy } from '../../lib/adapters/usPrivacy.js'
import { createOptIn } from '../../lib/createOptIn.js'

it('connects nothing and fails at nothing on a server', () => {
  jest.useFakeTimers()
  const errors: unknown[] = []
  const optIn = createOptIn({
    doesOptInApply: true,
    isIabContext: true,
    adapters: [tcf(), gpp(), usPrivacy(), gpc(), custom({ read: () => ({ aa: true }) })],
    onError: (error) => errors.push(error),
  })
  expect(optIn.status).toBe('pending')
  expect(errors).toEqual([])
  expect(jest.getTimerCount()).toBe(0)
  optIn.destroy()
})
