import type { HostRules } from '../../../lib/gate/requests/readHostRules'
import { placeOf, readHostRules } from '../../../lib/gate/requests/readHostRules'

describe('reading the rules of hosts', () => {
  it.each([
    [{ aa: 'host.example' }, '`rules.aa`'],
    [{ aa: [5] }, '`rules.aa[0]`'],
    [{ aa: ['ok.example', ''] }, '`rules.aa[1]`'],
    [{ aa: ['https://host.example'] }, '`rules.aa[0]`'],
    [{ aa: ['*.host.example'] }, '`rules.aa[0]`'],
    [{ aa: ['host.example?x'] }, '`rules.aa[0]`'],
    [{ aa: ['a b'] }, '`rules.aa[0]`'],
    [{ aa: ['host.example:x'] }, '`rules.aa[0]`'],
    [{ aa: [null] }, '`rules.aa[0]`'],
  ])('refuses %j and names it', (rules, named) => {
    const reading = () => readHostRules(rules as unknown as HostRules)
    expect(reading).toThrow(expect.objectContaining({ code: 'invalid-config' }))
    expect(reading).toThrow(named)
  })

  it('keeps the first category of a place that is named twice', () => {
    expect([...readHostRules({ aa: ['A.example/Path/'] }, { target: ['a.example/path', 'b.example'] }).places]).toEqual([
      ['a.example/path', 'aa'],
      ['b.example', 'target'],
    ])
  })

  it('counts own keys only', () => {
    expect(readHostRules(Object.create({ aa: ['a.example'] }) as HostRules).places.size).toBe(0)
  })

  it.each([
    ['https://A.example./x/', 'a.example/x'],
    ['https://a.example', 'a.example'],
    ['https://a.example:8080//x//y?z#w', 'a.example/x/y'],
    ['https://a.example/%41', 'a.example/a'],
    ['https://a.example/%E0%A4%A', 'a.example/%e0%a4%a'],
  ])('compares %s as %s', (address, place) => {
    expect(placeOf(new URL(address))).toBe(place)
  })
})
