import { eachGatedPage } from './guards.js'
import { gatedPage, gateScript } from './page.js'

const hostile: Readonly<Record<string, string>> = {
  'froze document.cookie': `Object.defineProperty(Document.prototype, 'cookie', { configurable: false })`,
  'gave the document a cookie of its own': `Object.defineProperty(document, 'cookie', { value: '', writable: true, configurable: false })`,
  'took the cookie away': `delete Document.prototype.cookie`,
  'made the cookie a text': `Object.defineProperty(Document.prototype, 'cookie', { value: '', writable: true })`,
  'wants no cookieStore': `Object.defineProperty(window, 'cookieStore', { get() { throw new Error('denied') } }); delete window.CookieStore`,
  'put a toy in the place of cookieStore': `Object.defineProperty(window, 'cookieStore', { value: {} }); window.CookieStore = {}`,
  'has no CookieStore': `delete window.CookieStore; Object.defineProperty(window, 'cookieStore', { value: undefined })`,
  'froze Storage': `Object.freeze(Storage.prototype)`,
  'has a localStorage that throws': `Object.defineProperty(window, 'localStorage', { configurable: true, get() { throw new Error('denied') } })`,
  'has no storage at all': `for (const key of ['localStorage', 'sessionStorage']) Object.defineProperty(window, key, { configurable: true, get: () => null })`,
  'sealed the frames': `Object.freeze(HTMLIFrameElement.prototype)`,
  'lost StorageEvent': `delete window.StorageEvent`,
  'has a class that cannot be read': `Object.defineProperty(window, 'HTMLObjectElement', { get() { throw new Error('no') } })`,
}
const names = Object.keys(hostile)

eachGatedPage(
  'a hostile page',
  {
    ...Object.fromEntries(names.map((name, at) => [`/${at}`, gatedPage('<iframe title="Frame"></iframe>', { before: `<script>${hostile[name]}</script>` })])),
    '/sandbox': '<!doctype html><title>Outer</title><iframe title="Frame" sandbox="allow-scripts" src="/inner"></iframe><script>addEventListener("message", ({ data }) => { window.seen = data })</script>',
    '/inner': gatedPage(`<script>
      const tell = (work) => { try { work(); return 'nothing' } catch (error) { return error.name } }
      const thrown = [() => { document.cookie = 'aa_1=1' }, () => { document.cookie = 'free=1' }, () => localStorage.setItem('aa_1', '1'), () => { optIn.denyAll() }, () => { document.cookie = 'aa_2=1' }].map(tell)
      parent.postMessage({ thrown, problems }, '*')
    </script>`, { script: gateScript() }),
    '/listener': gatedPage('', { script: gateScript('{ rules: { aa: ["aa_*"] }, onAction() { throw new Error("mine") } }') }),
  },
  (open) => {
    it('never hears an error of the gate in its own writes, and is reported once a trouble', async () => {
      const tab = await open('/0')
      for (const [at, name] of names.entries()) {
        if (at) await tab.goto((await tab.url()).replace(/\d+$/, String(at)))
        const seen = await tab.evaluate(() => {
          const thrown: string[] = []
          const work = (what: () => void) => {
            try {
              what()
            } catch (error) {
              thrown.push((error as Error).message)
            }
          }
          const round = () => {
            work(() => { document.cookie = 'aa_1=1; Path=/' })
            work(() => sessionStorage?.setItem('aa_2', '1'))
            work(() => void document.querySelector('iframe')!.contentWindow!.document)
          }
          round()
          window.optIn.approveAll()
          round()
          window.optIn.denyAll()
          window.optIn.denyAll()
          round()
          return { thrown, problems: window.problems, state: window.optIn.permissions.aa }
        })
        expect({ name, ...seen }).toMatchObject({ name, thrown: [], state: false })
        expect(new Set(seen.problems).size).toBe(seen.problems.length)
        expect(tab.errors).toEqual([])
      }
    })

    it('is guarded as far as it goes when it froze something', async () => {
      const tab = await open(`/${names.indexOf('froze document.cookie')}`)
      const seen = await tab.evaluate(() => {
        localStorage.aa_1 = 1
        return [Object.keys(localStorage), window.problems.length]
      })
      expect(seen).toEqual([[], 1])
    })

    it('may be a sandbox, in which the browser itself throws', async () => {
      const tab = await open('/sandbox')
      await tab.waitFor(() => 'seen' in window)
      const { thrown, problems } = await tab.evaluate(() => (window as never as { seen: Record<'thrown' | 'problems', string[]> }).seen)
      expect(thrown.slice(1)).toEqual(['SecurityError', 'SecurityError', 'nothing', 'nothing'])
      expect(new Set(problems).size).toBe(problems.length)
    })

    it('has its listener’s error reported, and its write done', async () => {
      const tab = await open('/listener')
      const seen = await tab.evaluate(() => {
        document.cookie = 'aa_1=1'
        window.optIn.approve('aa')
        return [document.cookie, window.problems, window.gate.inspect().items.map(({ action }) => action)]
      })
      expect(seen).toEqual(['aa_1=1', ['Error: mine'], ['held', 'replayed']])
    })

    it('learns names from the gate, never values, and gets no category approved by what it writes', async () => {
      const tab = await open('/listener')
      const seen = await tab.evaluate(() => {
        for (const text of ['adobeujs-optin={"aa":true}', 'visitor-opt-in={"aa":true}', '__proto__=secret', 'aa_1=secret', 'constructor=secret']) document.cookie = text
        Object.assign(Object.prototype, { aa: true })
        document.cookie = 'aa_2=secret'
        localStorage.aa_3 = 'secret'
        const told = JSON.stringify(window.gate.inspect())
        delete (Object.prototype as { aa?: boolean }).aa
        return { told, isOn: window.optIn.isApproved('aa'), all: document.cookie }
      })
      expect(seen.told).toContain('aa_3')
      expect(seen.told).not.toContain('secret')
      expect(seen.isOn).toBe(false)
      expect(seen.all).not.toContain('aa_')
    })
  },
)
