import { writePolicy } from '../../../lib/gate/requests/policy'
import type { HostRules } from '../../../lib/gate/requests/readHostRules'
import { readHostRules } from '../../../lib/gate/requests/readHostRules'

const hostsOf = (rules: HostRules, ...approved: string[]) => {
  const [directive, ...sources] = writePolicy(readHostRules(rules), (category) => approved.includes(category)).split(' data: blob:')
  expect(directive).toBe("default-src 'self' 'unsafe-inline' 'unsafe-eval'")
  return sources.join('').trim().split(' ').filter(Boolean)
}

describe('the policy for a state of permissions', () => {
  it('names the approved hosts with their sub-domains, and no other', () => {
    expect(hostsOf({ aa: ['a.example'], target: ['t.example'] }, 'aa')).toEqual(['a.example', '*.a.example'])
    expect(hostsOf({ aa: ['a.example'], target: ['t.example'] })).toEqual([])
  })

  it('names a path alone and what is below it', () => {
    expect(hostsOf({ aa: ['a.example/x'] }, 'aa')).toEqual(['a.example/x', 'a.example/x/', '*.a.example/x', '*.a.example/x/'])
  })

  it('leaves out a host of which a part is denied, for it cannot leave out the part', () => {
    expect(hostsOf({ aa: ['a.example'], target: ['a.example/t'] }, 'aa')).toEqual([])
    expect(hostsOf({ aa: ['a.example'], target: ['a.example/t'] }, 'target')).toEqual(['a.example/t', 'a.example/t/', '*.a.example/t', '*.a.example/t/'])
    expect(hostsOf({ aa: ['a.example', 'b.a.example'], target: ['t.a.example'] }, 'aa')).toEqual(['a.example', 'b.a.example', '*.b.a.example'])
  })

  it('names no sub-domains of an address of numbers', () => {
    expect(hostsOf({ aa: ['10.0.0.1'] }, 'aa')).toEqual(['10.0.0.1'])
  })

  it('keeps to one directive whatever a path contains', () => {
    expect(hostsOf({ aa: ['a.example/x;y,z w'] }, 'aa')[0]).toBe('a.example/x%3By%2Cz%20w')
  })

  it('leaves out expressions and functions', () => {
    expect(hostsOf({ aa: [/x/, () => true] }, 'aa')).toEqual([])
  })
})
