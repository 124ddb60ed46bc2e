import { eachGatedPage } from './guards.js'
import './page.js'

eachGatedPage('web storage under the gate', { '/plain': '<!doctype html><title>A shop</title><link rel="icon" href="data:,">' }, (open) => {
  it('reads, lists, removes and clears as the browser does', async () => {
    const tab = await open()
    const seen = await tab.evaluate(() => {
      window.optIn.approve('aa')
      localStorage.setItem('aa_1', '1')
      localStorage.free = 2
      const { getItem } = localStorage
      return {
        items: [localStorage.getItem('aa_1'), localStorage.aa_1, localStorage['free'], getItem.call(localStorage, 'free'), Storage.prototype.getItem.call(localStorage, 'nothing'), localStorage.nothing],
        keys: [Object.keys(localStorage).sort(), JSON.stringify(localStorage).length, [localStorage.key(0), localStorage.key(1), localStorage.key(2)].sort(), localStorage.length],
        is: ['aa_1' in localStorage, 'nothing' in localStorage, Object.hasOwn(localStorage, 'free'), localStorage instanceof Storage, localStorage === window.localStorage, String(localStorage), localStorage.setItem === Storage.prototype.setItem],
        gone: [delete localStorage.free, localStorage.length, localStorage.removeItem('aa_1'), localStorage.length, localStorage.clear()].slice(0, 4),
      }
    })
    expect(seen).toEqual({
      items: ['1', '1', '2', '2', null, undefined].map((value) => value ?? null),
      keys: [['aa_1', 'free'], '{"aa_1":"1","free":"2"}'.length, ['aa_1', 'free', null], 2],
      is: [true, false, true, true, true, '[object Storage]', true],
      gone: [true, 1, null, 0],
    })
  })

  it('forgets what is held when the page removes it or clears its store', async () => {
    const tab = await open()
    const keys = await tab.evaluate(() => {
      localStorage.setItem('aa_1', '1')
      localStorage.setItem('aa_1', '2')
      localStorage.setItem('aa_2', '1')
      localStorage.removeItem('aa_2')
      sessionStorage.setItem('aa_3', '1')
      sessionStorage.clear()
      delete localStorage.aa_1
      localStorage.aa_4 = 4
      window.optIn.approve('aa')
      return [Object.entries(localStorage), Object.entries(sessionStorage)]
    })
    expect(keys).toEqual([[['aa_4', '4']], []])
  })

  it('is the same object in events, those of other tabs and those a page makes', async () => {
    const [tab, other] = [await open(), await open()]
    await tab.evaluate(() => void addEventListener('storage', ({ key, storageArea }) => window.trail.push(`${key} ${storageArea === localStorage}`)))
    await other.evaluate(() => localStorage.setItem('free', '1'))
    await tab.waitFor(() => window.trail.length === 1)
    await tab.evaluate(() => void dispatchEvent(new StorageEvent('storage', { key: 'made', storageArea: localStorage })))
    expect(await tab.evaluate(() => [...window.trail, new StorageEvent('storage') instanceof StorageEvent, new StorageEvent('storage').storageArea])).toEqual(['free true', 'made true', true, null])
  })

  it('throws into the page what the browser throws, and reports what fails later', async () => {
    const tab = await open()
    const seen = await tab.evaluate(() => {
      const thrown = (work: () => void) => {
        try {
          work()
          return 'nothing'
        } catch (error) {
          return (error as Error).name
        }
      }
      localStorage.setItem('free', 'x'.repeat(5_000_000))
      const full = 'x'.repeat(1_000_000)
      const answers = [
        thrown(() => localStorage.setItem('more', full)),
        thrown(() => localStorage.setItem('aa_full', full)),
        thrown(() => localStorage.setItem('free', Symbol('x') as never)),
        thrown(() => (localStorage as never as { setItem(): void }).setItem()),
        thrown(() => Storage.prototype.setItem.call({} as Storage, 'free', '1')),
        thrown(() => Object.freeze(localStorage)),
      ]
      window.optIn.approve('aa')
      window.optIn.deny('aa')
      window.optIn.approve('aa')
      return { answers, problems: window.problems.length }
    })
    expect(seen).toEqual({ answers: ['QuotaExceededError', 'nothing', 'TypeError', 'TypeError', 'TypeError', 'TypeError'], problems: 1 })
  })

  it('leaves what an assignment means to the browser, which has a mind of its own about its members', async () => {
    const look = async (path: string) =>
      (await open(path)).evaluate(() => {
        window.optIn?.approve('aa')
        const thrown = (work: () => unknown) => {
          try {
            return work()
          } catch (error) {
            return (error as Error).name
          }
        }
        const wild = localStorage as never as Record<string | symbol, unknown>
        const { setItem } = localStorage
        const heard: string[] = []
        wild.setItem = function (this: Storage, name: string, value: string) {
          heard.push(name)
          setItem.call(this, name, value)
        }
        thrown(() => localStorage.setItem('aa_1', '1'))
        const child = Object.create(localStorage) as typeof wild
        const shape = {}
        child.aa_child = '1'
        wild[Symbol.for('mark')] = shape
        thrown(() => Object.defineProperty(wild, 'aa_2', { get: () => '1' }))
        const answers = [
          thrown(() => (wild.length = 5)), thrown(() => (wild.aa_3 = [1, 2])),
          wild[Symbol.for('mark')] === shape, delete wild[Symbol.for('mark')], Symbol.for('mark') in wild, delete wild.setItem, delete wild.nothing, Object.hasOwn(child, 'aa_child'),
        ]
        const event = new StorageEvent('storage', new StorageEvent('storage', { key: 'aa_1', storageArea: localStorage }))
        return { heard, answers, items: Object.entries(localStorage), event: [event.key, event.storageArea === localStorage] }
      })
    expect(await look('/')).toEqual(await look('/plain'))
  })
})
