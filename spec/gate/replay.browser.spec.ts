import fc from 'fast-check'
import { eachGatedPage } from './guards.js'
import './page.js'

interface Deed {
  readonly kind: 'cookie' | 'set' | 'assign' | 'remove' | 'clear'
  readonly store: 'localStorage' | 'sessionStorage'
  readonly name: string
  readonly value: string
  /** Of a cookie. */
  readonly attributes: string
}

const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom('cookie', 'cookie', 'cookie', 'cookie', 'set', 'assign', 'remove', 'clear'),
  store: fc.constantFrom('localStorage', 'sessionStorage'),
  name: fc.constantFrom('aa_1', 'aa_2', 'aa_3', 'free'),
  value: fc.constantFrom('', '1', '2', 'x y', 'a=b'),
  attributes: fc.constantFrom('', '; Path=/', ';path=/', '; Path=/; Domain=example.test', '; Max-Age=60', '; Max-Age=0', '; Max-Age=0; Path=/', '; Expires=Thu, 01 Jan 1970 00:00:00 GMT', '; Secure; SameSite=None'),
})

eachGatedPage('writes that were held', { '/open': '<!doctype html><title>Open</title>' }, (open) => {
  it('leave on approval what they would have left at once', async () => {
    const stories = fc.sample(fc.array(deed, { minLength: 1, maxLength: 8 }), 120)
    const [free, gated] = [await open('/open', 'open.elsewhere.test'), await open()]
    const live = (stories: readonly (readonly Deed[])[]) => {
      const { optIn } = window
      const left = () => [document.cookie.split('; ').sort(), ...[localStorage, sessionStorage].map((store) => Object.entries(store).sort())]
      const empty = () => {
        for (const name of ['aa_1', 'aa_2', 'aa_3', 'free'])
          for (const place of ['', '; Path=/', `; Path=/; Domain=${location.hostname.replace(/^\w+\./, '')}`]) document.cookie = `${name}=; Max-Age=0${place}`
        localStorage.clear()
        sessionStorage.clear()
      }
      return stories.map((story) => {
        optIn?.reset()
        empty()
        for (const { kind, store, name, value, attributes } of story)
          if (kind === 'cookie') document.cookie = `${name}=${value}${attributes.replace('example.test', location.hostname.replace(/^\w+\./, ''))}`
          else if (kind === 'set') window[store].setItem(name, value)
          else if (kind === 'assign') window[store][name] = value
          else if (kind === 'remove') window[store].removeItem(name)
          else window[store].clear()
        optIn?.approve('aa')
        return left()
      })
    }
    expect(await gated.evaluate(live, stories)).toEqual(await free.evaluate(live, stories))
    expect(await gated.evaluate(() => [window.problems, window.gate.inspect().replayed > 50])).toEqual([[], true])
  })
})
