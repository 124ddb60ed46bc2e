import { cookieDomains } from '../../lib/cookies/cookieDomain.js'

describe('the domains of a cookie', () => {
  it.each([
    ['www.example.com', ['example.com', undefined]],
    ['a.b.example.co.uk', ['co.uk', 'example.co.uk', 'b.example.co.uk', undefined]],
    ['example.com', [undefined]],
    ['localhost', [undefined]],
    // No browser takes these two.
    ['127.0.0.1', ['0.1', '0.0.1', undefined]],
    ['[::1]', [undefined]],
    ['', [undefined]],
  ])('of %s are, the widest first, %p', (host, domains) => {
    expect(cookieDomains(host)).toEqual(domains)
  })
})
