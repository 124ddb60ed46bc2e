import type { cookieGate as CookieGate } from '../../lib/gate/index.js'
import type { TestPage } from '../tools/browser.js'
import { openSite } from '../tools/site.js'

const ROUNDS = 8
const TIMES = 1_000

const scripts = ['opt-in', 'gate'].map((name) => `<script src="/dist/${name}.global.js"></script>`).join('')
// Only an isolated page has a clock that tells microseconds.
const page = (script: string) => ({
  headers: { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  body: `<!doctype html><title>Bench</title>${scripts}<script>${script}</script>`,
})
const gated = (rules: number) =>
  page(`const rules = { aa: ['aa_*', ...Array.from({ length: ${rules - 1} }, (_, at) => 'other_' + at + '_*')] }
VisitorOptIn.createOptIn({ doesOptInApply: true, preOptInApprovals: { aa: true }, gate: VisitorOptIn.cookieGate({ rules }) })`)

type Deed = 'write' | 'writeNew' | 'read'

/** Microseconds of one write or read on a fresh page. */
const timeIn = async (tab: TestPage, url: string, deed: Deed): Promise<number> => {
  await tab.goto(url)
  return tab.evaluate(
    ([deed, times]) => {
      const round = (from: number) => {
        const start = performance.now()
        for (let at = from; at < from + times; at++)
          if (deed === 'read') void document.cookie
          else document.cookie = `aa_${deed === 'write' ? 1 : at}=${at}; Path=/; Max-Age=60`
        return ((performance.now() - start) * 1_000) / times
      }
      // The first one warms up.
      return Math.min(...Array.from({ length: 4 }, (_, at) => round(at * times)).slice(1))
    },
    [deed, TIMES] as const,
  )
}

/** Milliseconds of creating an OptIn, without and with a gate, on a fresh page. */
const install = async (tab: TestPage, url: string, hasGate: boolean): Promise<number> => {
  await tab.goto(url)
  return tab.evaluate((hasGate) => {
    const { createOptIn, cookieGate } = (window as unknown as { VisitorOptIn: { createOptIn(config: object): void; cookieGate: typeof CookieGate } }).VisitorOptIn
    const start = performance.now()
    createOptIn(hasGate ? { doesOptInApply: true, gate: cookieGate() } : { doesOptInApply: true })
    return performance.now() - start
  }, hasGate)
}

/** The least of several rounds, in which all take turns, so that what disturbs one disturbs the others too. */
const inTurns = async <Name extends string>(works: Record<Name, () => Promise<number>>): Promise<Record<Name, number>> => {
  const best = Object.fromEntries(Object.keys(works).map((name) => [name, Infinity])) as Record<Name, number>
  for (let round = 0; round < ROUNDS; round++) for (const name of Object.keys(works) as Name[]) best[name] = Math.min(best[name], await works[name]())
  return best
}

/** `floor` is the same without the gate, or with few rules, `limit` the most that ours may be. */
export const gateBench: { title: string; run: (page: TestPage) => Promise<{ name: string; ours: number; floor: number; unit: string; limit: number }[]> } = {
  title: 'The gate in a page',
  run: async (tab) => {
    const site = await openSite({ 'gate.test/': page(''), 'gate.test/ten': gated(10), 'gate.test/thousand': gated(1_000) })
    const go = (path: string, deed: Deed) => () => timeIn(tab, site.url('gate.test', path), deed)
    try {
      const write = await inTurns({ plain: go('/', 'write'), ten: go('/ten', 'write'), thousand: go('/thousand', 'write') })
      const fresh = await inTurns({ ten: go('/ten', 'writeNew'), thousand: go('/thousand', 'writeNew') })
      const read = await inTurns({ plain: go('/', 'read'), ten: go('/ten', 'read') })
      const start = await inTurns({ plain: () => install(tab, site.url('gate.test'), false), gated: () => install(tab, site.url('gate.test'), true) })
      const row = (name: string, ours: number, floor: number, limit: number, unit = 'µs') => ({ name, ours, floor, unit, limit })
      return [
        row('a write to document.cookie, against a native one', write.ten, write.plain, write.plain * 1.1),
        row('a read of document.cookie, against a native one', read.ten, read.plain, read.plain * 1.05),
        row('a write under a thousand rules, against ten', write.thousand, write.ten, write.ten * 2),
        row('a write of a name never seen, the same', fresh.thousand, fresh.ten, fresh.ten * 2),
        row('an OptIn with the gate, against one without', start.gated, start.plain, start.plain + 1, 'ms'),
      ]
    } finally {
      await site.close()
    }
  },
}
