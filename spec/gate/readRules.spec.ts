import { type GateRules, readRules } from '../../lib/gate/readRules'

describe('reading the rules of the gate', () => {
  it.each([
    [5, '`rules.*`'],
    [null, '`rules.*`'],
    ['s_cc', '`rules.*`'],
    [{ aa: 's_cc' }, '`rules.aa`'],
    [{ aa: ['ok', 5] }, '`rules.aa`'],
    [{ aa: [null] }, '`rules.aa`'],
    [{ aa: [''] }, '`rules.aa`'],
    [{ aa: [{ path: '/' }] }, '`rules.aa`'],
    [{ aa: [{ name: 'x', store: 'indexedDB' }] }, '`rules.aa`'],
    [{ aa: ['a*b*c'] }, '`rules.aa`'],
    [{ aa: [/x/, { name: 7 }] }, '`rules.aa`'],
  ])('refuses %j and names it', (rules, named) => {
    const reading = () => readRules(rules as unknown as GateRules)
    expect(reading).toThrow(expect.objectContaining({ code: 'invalid-config' }))
    expect(reading).toThrow(named)
  })

  it('counts own keys only', () => {
    expect(readRules(Object.create({ aa: ['x'] }))).toEqual([])
  })

  it('lists every rule with its category', () => {
    expect(readRules({ aa: ['x', { name: 'y', path: '/p', domain: 'd.test', store: 'cookie' }], b: [/z/] })).toEqual([
      { name: 'x', category: 'aa', expression: /^x$/ },
      { name: 'y', path: '/p', domain: 'd.test', store: 'cookie', category: 'aa', expression: /^y$/ },
      { name: /z/, category: 'b', expression: /z/ },
    ])
  })
})
