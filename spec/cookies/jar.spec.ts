import { jar } from '../../lib/cookies/jar.js'

describe('the jar', () => {
  it('reads and writes the cookies of the page', () => {
    jar().cookie = 'a=1'
    expect(jar().cookie).toBe('a=1')
    expect(jar().location.hostname).toBe('localhost')
    jar().cookie = 'a=; max-age=0'
    expect(jar().cookie).toBe('')
  })
})
