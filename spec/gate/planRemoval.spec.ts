import { attributesOf, planRemoval } from '../../lib/gate/planRemoval'

describe('planning where to remove a cookie', () => {
  it('names every domain level but the last label, and the host alone', () => {
    const plan = planRemoval('a.shop.example.test', '/')
    const domains = new Set(plan.map((place) => /Domain=([^;]*)/.exec(place)?.[1]))
    expect([...domains]).toEqual([undefined, 'a.shop.example.test', 'shop.example.test', 'example.test'])
  })

  it('names every path level, with and without its slash, and none at all', () => {
    const paths = new Set(planRemoval('example.test', '/a/b b/c').map((place) => /Path=([^;]*)/.exec(place)?.[1]))
    expect([...paths].sort()).toEqual([undefined, '/', '/a', '/a/', '/a/b b', '/a/b b/', '/a/b b/c'].sort())
  })

  it('tries each place plainly, for other sites, and partitioned', () => {
    const plan = planRemoval('localhost', '/')
    expect(plan).toContain('; Path=/')
    expect(plan).toContain('; Path=/; Secure; SameSite=None')
    expect(plan).toContain('; Path=/; Secure; SameSite=None; Partitioned')
  })

  it('writes a place as attributes', () => {
    expect(attributesOf({ domain: 'shop.test', path: '/x' })).toBe('; Domain=shop.test; Path=/x')
    expect(attributesOf({})).toBe('')
  })
})
