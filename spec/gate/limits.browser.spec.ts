import { readFileSync } from 'node:fs'
import { eachGatedPage } from './guards.js'
import { limits, tools } from './limits.js'
import { gatedPage } from './page.js'

const before = `<script>
  window.kept = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set
  window.keptStorage = localStorage
  // What the browser tells of would be removed before it can be shown.
  Object.defineProperty(window, 'cookieStore', { value: undefined })
</script>`
const ways = `${tools}; window.limits = {${Object.entries(limits).map(([name, { store, has }]) => `${JSON.stringify(name)}: { store: ${String(store)}, has: ${String(has)} }`)}}`
type Ways = { limits: Record<string, { store(): unknown; has(): unknown }> }

const echo = ({ headers }: { headers: Record<string, unknown> }) => ({ type: 'text/plain', body: String(headers.cookie ?? '') })
const rows = () => readFileSync('docs/guide/gate.md', 'utf8').split('\n').filter((line) => line.startsWith('| **')).map((line) => line.split('**')[1])

eachGatedPage(
  'out of the gate’s reach',
  {
    '/': gatedPage(`<script>${ways}</script>`, { before }),
    '/set': { headers: { 'set-cookie': ['aa_header=1; Path=/', 'aa_only=1; Path=/; HttpOnly'] }, body: 'set' },
    '/echo': echo,
    '/far/away/echo': echo,
    '/empty': '<!doctype html><title>Empty</title>',
    '/tells': '<!doctype html><title>Tells</title><script>onload = () => parent.postMessage(1, "*")</script>',
    '/writes': '<!doctype html><title>Writes</title><script>document.cookie = "aa_inside=1; Path=/"; localStorage.aa_inside = 1</script>',
  },
  (open) => {
    it('are the ways of the table in the guide, and the next decision removes what it says', async () => {
      const tab = await open()
      const seen = await tab.evaluate(async () => {
        const { optIn, limits } = window as never as Ways & Pick<Window, 'optIn'>
        const reach = async () => {
          const all: Record<string, boolean> = {}
          for (const [name, { has }] of Object.entries(limits)) all[name] = !!(await has())
          return all
        }
        optIn.deny('aa')
        const before = await reach()
        for (const { store } of Object.values(limits)) await store()
        const after = await reach()
        optIn.deny('aa')
        return { before, after, left: await reach() }
      })
      const each = (tell: (name: string) => boolean) => Object.fromEntries(Object.keys(limits).map((name) => [name, tell(name)]))
      expect(seen).toEqual({ before: each(() => false), after: each(() => true), left: each((name) => !limits[name]!.goes) })
      expect(rows()).toEqual(Object.keys(limits))
    })
  },
)
