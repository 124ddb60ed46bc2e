import { eachGatedPage } from './guards.js'
import { gatedPage, gateScript } from './page.js'

// What the gate replaces, as it is now; sent to the page as text.
const readAll = () =>
  (
    [
      [document, ['cookie']],
      [Document.prototype, ['cookie']],
      [(window as unknown as { CookieStore: { prototype: object } }).CookieStore.prototype, ['set', 'delete']],
      [window, ['localStorage', 'sessionStorage', 'StorageEvent']],
      [Storage.prototype, ['setItem', 'getItem', 'removeItem', 'clear', 'key']],
      [StorageEvent.prototype, ['storageArea']],
      [HTMLIFrameElement.prototype, ['contentWindow', 'contentDocument']],
      [HTMLObjectElement.prototype, ['contentWindow', 'contentDocument']],
    ] as [object, string[]][]
  ).flatMap(([owner, keys]) =>
    keys.map((key) => {
      const { get, set, value } = Object.getOwnPropertyDescriptor(owner, key) ?? {}
      return [key, get, set, value] as const
    }),
  )
const before = `<script>window.readAll = ${String(readAll)}; window.before = readAll()</script>`
type Reading = { readAll: typeof readAll; before: ReturnType<typeof readAll> }

const second = `
  window.other = VisitorOptIn.cookieGate({ rules: { target: ['aa_*'] } })
  window.otherOptIn = VisitorOptIn.createOptIn({ doesOptInApply: true, gate: other, onError: (error) => problems.push(String(error)) })`

eachGatedPage(
  'taking the gate out',
  {
    '/': gatedPage('<iframe title="Frame"></iframe>', { before }),
    '/twice': gatedPage('', { script: gateScript() + second }),
    '/again': gatedPage('', { script: `${gateScript()}</script><script src="/dist/gate.global.js"></script><script>${second}` }),
  },
  (open) => {
    it('puts every function of the browser back, and drops what is held', async () => {
      const tab = await open()
      const seen = await tab.evaluate(() => {
        const { readAll, before } = window as never as Reading
        const changed = () => readAll().filter((now, at) => now.some((part, i) => part !== before[at]![i])).map(([key]) => key)
        const during = changed().length
        document.cookie = 'aa_held=1'
        window.optIn.destroy()
        document.cookie = 'aa_1=1'
        localStorage.aa_2 = '1'
        localStorage.setItem('aa_3', '1')
        document.querySelector('iframe')!.contentDocument!.cookie = 'aa_4=1; Path=/'
        return { during, after: changed(), keys: Object.keys(localStorage).sort() }
      })
      expect(seen).toEqual({ during: 16, after: [], keys: ['aa_2', 'aa_3'] })
      // One document may see a little later what another one wrote.
      await tab.waitFor(() => document.cookie.split('; ').sort().join() === 'aa_1=1,aa_4=1')
    })

    it('leaves what others put over it, and is transparent below', async () => {
      const tab = await open()
      const seen = await tab.evaluate(() => {
        const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!
        const told: string[] = []
        Object.defineProperty(Document.prototype, 'cookie', {
          configurable: true,
          enumerable: true,
          get: get!,
          set(this: Document, text: string) {
            told.push(text)
            set!.call(this, text)
          },
        })
        const { setItem } = Storage.prototype
        Storage.prototype.setItem = function (key, value) {
          told.push(key)
          setItem.call(this, key, value)
        }
        const { localStorage: kept } = window
        const inner = document.querySelector('iframe')!.contentWindow!
        window.optIn.destroy()
        document.cookie = 'aa_1=1'
        kept.setItem('aa_2', '1')
        kept.aa_3 = '1'
        inner.document.cookie = 'aa_4=1; Path=/'
        inner.localStorage.aa_5 = '1'
        return { told, all: [Object.keys(localStorage).sort(), kept.getItem('aa_2'), kept.length] }
      })
      expect(seen.all).toEqual([['aa_2', 'aa_3', 'aa_5'], '1', 3])
      await tab.waitFor(() => document.cookie.split('; ').sort().join() === 'aa_1=1,aa_4=1')
      expect(seen.told).toEqual(expect.arrayContaining(['aa_1=1', 'aa_2']))
    })

    it('acts on no decision any more', async () => {
      const tab = await open()
      const seen = await tab.evaluate(() => {
        const { optIn } = window
        document.cookie = 'free=1'
        optIn.destroy()
        document.cookie = 'aa_1=1'
        document.dispatchEvent(new Event('visibilitychange'))
        return [document.cookie.split('; ').sort(), window.gate.inspect().removed]
      })
      expect(seen).toEqual([['aa_1=1', 'free=1'], 0])
    })

    it.each(['/twice', '/again'])('lets the next gate begin, which waited meanwhile and said so (%s)', async (path) => {
      const tab = await open(path)
      const seen = await tab.evaluate(() => {
        const { gate, optIn, other, otherOptIn } = window as never as Record<'gate' | 'other', typeof window.gate> & Record<'optIn' | 'otherOptIn', typeof window.optIn>
        const counts = () => [gate.inspect().held, other.inspect().held]
        document.cookie = 'aa_1=1'
        const first = counts()
        optIn.destroy()
        document.cookie = 'aa_2=1'
        otherOptIn.approve('target')
        return { first, second: counts(), all: document.cookie, problems: window.problems }
      })
      expect(seen).toEqual({ first: [1, 0], second: [1, 1], all: 'aa_2=1', problems: [expect.stringContaining('A cookie gate is there already')] })
    })
  },
)
