import { eachGatedPage } from './guards.js'
import './page.js'

eachGatedPage('document.cookie under the gate', {}, (open) => {
  it('answers reads by the browser’s own function, and takes what the browser takes', async () => {
    const tab = await open()
    const seen = await tab.evaluate(() => {
      const { get } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!
      const thrown = (work: () => void) => {
        try {
          work()
          return 'nothing'
        } catch (error) {
          return (error as Error).name
        }
      }
      const wild = (value: unknown) => value as string
      document.cookie = wild(undefined)
      document.cookie = wild(null)
      document.cookie = wild(5)
      document.cookie = wild({ toString: () => 'object=1' })
      document.cookie = 'free=1'
      const all = document.cookie
      return {
        isNative: Function.prototype.toString.call(get).includes('[native code]'),
        all: all.split('; ').sort(),
        symbol: thrown(() => { document.cookie = wild(Symbol('aa_1')) }),
        thrower: thrown(() => { document.cookie = wild({ toString: () => { throw new RangeError('no') } }) }),
        stranger: thrown(() => Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!.set!.call({}, 'free=2')),
      }
    })
    expect(seen).toMatchObject({ isNative: true, symbol: 'TypeError', thrower: 'RangeError', stranger: 'TypeError' })
    expect(seen.all).toEqual(expect.arrayContaining(['free=1', 'object=1']))
  })

  it('asks a text once what it says', async () => {
    const tab = await open()
    const all = await tab.evaluate(() => {
      let asked = 0
      document.cookie = { toString: () => (asked++ ? 'aa_1=1' : 'free=1') } as never as string
      return document.cookie
    })
    expect(all).toBe('free=1')
  })

  it('stores nothing later for a document that stores nothing now', async () => {
    const tab = await open()
    const all = await tab.evaluate(() => {
      new DOMParser().parseFromString('<p>', 'text/html').cookie = 'aa_1=1'
      document.implementation.createHTMLDocument('').cookie = 'aa_2=1'
      window.optIn.approve('aa')
      return document.cookie
    })
    expect(all).toBe('')
  })

  it('lets removals pass in every state, of what is ruled and what is not', async () => {
    const tab = await open()
    const all = await tab.evaluate(() => {
      const states: string[] = []
      const remove = () => {
        document.cookie = 'aa_1=; Max-Age=0'
        states.push(document.cookie)
      }
      window.optIn.approve('aa')
      document.cookie = 'aa_1=1'
      window.optIn.deny('aa', true)
      remove()
      window.optIn.complete()
      remove()
      window.optIn.reset()
      document.cookie = 'aa_1=2'
      remove()
      window.optIn.approve('aa')
      return [...states, document.cookie]
    })
    expect(all).toEqual(['', '', '', ''])
  })

  it('replays a held cookie with its attributes, from then on, and none that has expired meanwhile', async () => {
    const tab = await open()
    const times = await tab.evaluate(async () => {
      const soon = new Date(Date.now() + 1_500).toUTCString()
      document.cookie = `aa_soon=1; Expires=${soon}`
      document.cookie = 'aa_short=1; Max-Age=2'
      document.cookie = 'aa_path=1; Path=/elsewhere'
      document.cookie = 'aa_last=1; Path=/elsewhere'
      document.cookie = 'aa_last=2; Path=/elsewhere'
      const start = Date.now()
      while (Date.now() <= Date.parse(soon) || Date.now() < start + 2_100) await new Promise((done) => setTimeout(done, 20))
      window.optIn.approve('aa')
      return { all: document.cookie, replayed: window.actions.filter(({ action }) => action === 'replayed').map(({ name }) => name) }
    })
    expect(times.all).toBe('aa_short=1')
    expect(times.replayed).toEqual(['aa_short', 'aa_path', 'aa_last'])
  })
})
