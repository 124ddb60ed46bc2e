import { requestGate } from '../../../lib/gate/requests/requestGate.js'
import { createOptIn } from '../../../lib/index.js'

const address = 'https://stats.example/hit?visitor=1'
const init = { method: 'POST', body: 'x' }

describe('a fetch that a page’s own tests made, without a Request', () => {
  const fetch = jest.fn(async () => 'answer')
  const open = () => {
    Object.assign(window, { fetch, Request: undefined })
    return createOptIn({ doesOptInApply: true, otherTabs: false, gate: requestGate({ rules: { aa: ['stats.example'] } }) })
  }
  beforeEach(() => void fetch.mockClear())

  it('is held, and called as it was on approval', async () => {
    const optIn = open()
    const answer = window.fetch(address, init)
    expect(fetch).not.toHaveBeenCalled()
    optIn.approve('aa')
    expect(await answer).toBe('answer')
    expect(fetch.mock.calls).toEqual([[address, init]])
    expect(await window.fetch(address)).toBe('answer')
    optIn.destroy()
    expect(window.fetch).toBe(fetch)
  })

  it('is judged by its text, where something merely has an address', () => {
    const optIn = open()
    void window.fetch({ url: '/own', toString: () => address } as never).catch(() => {})
    expect(fetch).not.toHaveBeenCalled()
    optIn.destroy()
  })

  it('is refused on denial, whether it waited or not', async () => {
    const optIn = open()
    const waited = expect(window.fetch(address, init)).rejects.toThrow(new TypeError('Failed to fetch'))
    optIn.deny('aa')
    await waited
    await expect(window.fetch(address)).rejects.toThrow(TypeError)
    expect(fetch).not.toHaveBeenCalled()
    expect(await window.fetch('/own')).toBe('answer')
    optIn.destroy()
  })
})
