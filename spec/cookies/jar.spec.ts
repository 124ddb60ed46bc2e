import { jar } from '../../lib/cookies/jar.js'

describe('the jar', () => {
  it('reads and writes the cookies of the page', () => {
    jar.write('a=1')
    expect(jar.read()).toBe('a=1')
    expect(jar.host()).toBe('localhost')
    jar.write('a=; max-age=0')
    expect(jar.read()).toBe('')
  })
})
