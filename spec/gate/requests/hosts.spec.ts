import fc from 'fast-check'
import { adobeHosts } from '../../../lib/gate/requests/adobeHosts'
import { createHostMatcher } from '../../../lib/gate/requests/hosts'
import type { HostRules } from '../../../lib/gate/requests/readHostRules'
import { readHostRules } from '../../../lib/gate/requests/readHostRules'
import type { Attempt } from '../../../lib/gate/types'

const faults: unknown[] = []
const attempt: Attempt = (work) => {
  try {
    return work()
  } catch (error) {
    faults.push(error)
    return
  }
}
const matcher = (rules: HostRules) => {
  const match = createHostMatcher(readHostRules(rules), attempt)
  return (address: string) => match(new URL(address))
}

describe('the category of an address', () => {
  const match = matcher({
    aa: ['metrics.example.com', 'shop.example.com/stat', /\/pixel\.gif\?/g, /^https:\/\/start\./],
    target: ['example.com/stat/test', (url) => url.includes('mbox='), 'other.example.com'],
    aam: ['10.0.0.1'],
  })
  it.each([
    { address: 'https://metrics.example.com/', category: 'aa' },
    { address: 'wss://metrics.example.com:8443/x', category: 'aa' },
    { address: 'https://start.example/', category: 'aa' },
    { address: 'https://example/?https://start.example/', category: undefined },
    { address: 'https://user:pass@METRICS.example.com./x', category: 'aa' },
    { address: 'https://sub.metrics.example.com/x', category: 'aa' },
    { address: 'https://notmetrics.example.com/x', category: undefined },
    { address: 'https://metrics.example.com.evil.test/', category: undefined },
    { address: 'https://shop.example.com/stat', category: 'aa' },
    { address: 'https://shop.example.com/STAT/', category: 'aa' },
    { address: 'https://shop.example.com//st%61t/x?y', category: 'aa' },
    { address: 'https://shop.example.com/statistics', category: undefined },
    { address: 'https://shop.example.com/', category: undefined },
    { address: 'https://example.com/stat/test/x', category: 'target' },
    { address: 'https://shop.example.com/stat/test', category: 'aa' },
    { address: 'https://any.test/pixel.gif?x', category: 'aa' },
    { address: 'https://any.test/?mbox=1', category: 'target' },
    { address: 'https://any.test/%E0%A4%A', category: undefined },
    { address: 'http://10.0.0.1/x', category: 'aam' },
  ])('of $address is $category', ({ address, category }) => {
    expect(match(address)).toBe(category)
    // An expression with the flag `g` answers the same a second time.
    expect(match(address)).toBe(category)
  })

  it.each([
    ['https://dpm.demdex.net/id', 'ecid'],
    ['https://sub.demdex.net/event', 'aam'],
    ['https://company.sc.omtrdc.net/b/ss', 'aa'],
    ['https://company.tt.omtrdc.net/rest', 'target'],
    ['https://company.hb-api.omtrdc.net/x', 'mediaaa'],
    ['https://pixel.everesttech.net/x', 'adcloud'],
    ['https://edge.adobedc.net/ee', 'ecid'],
    ['https://company.112.2o7.net/b', 'aa'],
  ])('of the known host %s is %s', (address, category) => {
    expect(matcher(adobeHosts)(address)).toBe(category)
  })

  it('is that of a rule that throws, which is reported', () => {
    const thrower = matcher({ aa: [() => { throw new Error('cannot tell') }] })
    expect(thrower('https://any.test/')).toBe('aa')
    expect(faults).toEqual([new Error('cannot tell')])
  })

  it('is the same as by trying every rule, the longest host and then the longest path first', () => {
    const label = fc.constantFrom('a', 'b', 'c')
    const host = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => `${labels.join('.')}.test`)
    const path = fc.array(label, { maxLength: 3 }).map((parts) => parts.map((part) => `/${part}`).join(''))
    const rules = fc.array(fc.tuple(host, path, fc.constantFrom('aa', 'target', 'aam')), { maxLength: 12 })
    fc.assert(
      fc.property(rules, host, path, (list, host, path) => {
        const fitting = list.filter(([ruled, below]) => `.${host}`.endsWith(`.${ruled}`) && `${path}/`.startsWith(`${below}/`))
        const longest = (length: (rule: (typeof list)[number]) => number) => (best: typeof list) => best.filter((rule) => length(rule) === Math.max(...best.map(length)))
        const [winner] = longest(([, below]) => below.length)(longest(([ruled]) => ruled.length)(fitting))
        // Of a place named twice the first counts, of the whole list of the first category first.
        const given: Record<string, string[]> = {}
        for (const [ruled, below, category] of list) (given[category] ??= []).push(ruled + below)
        const expected = winner && Object.keys(given).find((category) => given[category]!.includes(winner[0] + winner[1]))
        expect(matcher(given)(`https://${host}${path}`)).toBe(expected)
      }),
    )
  })
})
