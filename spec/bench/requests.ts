import { createHostMatcher } from '../../lib/gate/requests/hosts.js'
import { readHostRules } from '../../lib/gate/requests/readHostRules.js'
import type { TestPage } from '../tools/browser.js'
import { openSite } from '../tools/site.js'

/** Microseconds that a thing takes in the page with the gate, and as the browser does it alone. */
interface Pair {
  readonly ours: number
  readonly floor: number
}

const gated = `<!doctype html><meta charset="utf-8"><title>Gated</title><link rel="icon" href="data:,">
<script>
  window.browsers = {
    fetch: window.fetch,
    src: Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src').set,
    setAttribute: Element.prototype.setAttribute,
  }
</script>
<script src="/dist/opt-in.global.js"></script><script src="/dist/request-gate.global.js"></script>
<script>
  const rules = { aa: Array.from({ length: 100 }, (_, index) => 'host' + index + '.test') }
  VisitorOptIn.createOptIn({ doesOptInApply: true, gate: VisitorOptIn.requestGate({ rules }) })
</script>`

/** Measures in the page, turn by turn, so that both meet the same moments of a busy machine. */
const measure = async (): Promise<Readonly<Record<'fetch' | 'src' | 'loading' | 'other', Pair>>> => {
  const { browsers } = window as unknown as { browsers: { fetch: typeof fetch; src: (this: unknown, value: string) => void; setAttribute: (this: unknown, name: string, value: string) => void } }
  const compare = async (rounds: number, calls: number, ours: (at: number) => unknown, floor: (at: number) => unknown): Promise<Pair> => {
    const times = { ours: [] as number[], floor: [] as number[] }
    // The quicker half of the rounds, together: what disturbs the machine falls on the other.
    const typical = (list: number[]) => list.sort((one, other) => one - other).slice(0, rounds / 2).reduce((sum, each) => sum + each, 0) / (rounds / 2)
    for (let round = 0; round < rounds * 2; round++) {
      const [name, act] = round % 2 ? (['ours', ours] as const) : (['floor', floor] as const)
      const start = performance.now()
      for (let at = 0; at < calls; at++) {
        const answer = act(round * calls + at)
        if (answer) await answer
      }
      times[name].push(((performance.now() - start) * 1000) / calls)
    }
    return { ours: typical(times.ours), floor: typical(times.floor) }
  }
  const text = (response: Response) => response.text()
  const pixel = 'https://free.test/x.gif'
  const image = new Image()
  // Loaded once, it costs the network nothing more.
  browsers.src.call(image, pixel)
  await image.decode()
  const part = document.createElement('p')
  return {
    fetch: await compare(1500, 1, () => fetch('/answer').then(text), () => browsers.fetch.call(window, '/answer').then(text)),
    src: await compare(60, 500, () => void (image.src = pixel), () => browsers.src.call(image, pixel)),
    loading: await compare(60, 500, () => image.setAttribute('src', pixel), () => browsers.setAttribute.call(image, 'src', pixel)),
    other: await compare(60, 5000, (at) => part.setAttribute('data-at', `${at}`), (at) => browsers.setAttribute.call(part, 'data-at', `${at}`)),
  }
}

/** Microseconds to find the category of an address among a thousand rules, and among ten: the best of many rounds. */
const matching = (): Pair => {
  const list = (kind: string, count: number) => Array.from({ length: count }, (_, index) => (index % 5 ? `${kind}${index}.example` : `shop.example/${kind}/${index}`))
  const matcher = (count: number) => createHostMatcher(readHostRules({ aa: list('a', count / 2), target: list('t', count / 2) }), (work) => work())
  const addresses = Array.from({ length: 200 }, (_, index) => new URL(`https://${index % 2 ? `a${index % 5}.example` : 'www.shop.example'}/a/${index % 10}/page?x=${index}`))
  const best = { ours: Infinity, floor: Infinity }
  const matchers = { ours: matcher(1000), floor: matcher(10) }
  for (let round = 0; round < 600; round++) {
    const name = round % 2 ? 'ours' : 'floor'
    const start = performance.now()
    for (const address of addresses) matchers[name](address)
    best[name] = Math.min(best[name], ((performance.now() - start) * 1000) / addresses.length)
  }
  return best
}

/** `floor` is the browser alone, or ten rules; `limit` the most that ours may be. */
export const requestsBench: {
  title: string
  run: (page: TestPage) => Promise<{ name: string; ours: number; floor: number; unit: string; limit: number }[]>
} = {
  title: 'The request gate, where no rule names the host',
  run: async (page) => {
    const site = await openSite({
      'gated.test/': gated,
      'free.test/x.gif': { type: 'image/gif', headers: { 'cache-control': 'max-age=600' }, body: Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64') },
      'gated.test/answer': { type: 'text/plain', body: 'x' } })
    try {
      await page.goto(site.url('gated.test'))
      const { fetch, src, loading, other } = await page.evaluate(measure)
      const row = (name: string, { ours, floor }: Pair, times: number) => ({ name, ours, floor, unit: 'µs', limit: floor * times })
      return [
        row('fetch, until its answer is read', fetch, 1.05),
        row('img.src', src, 3),
        row('setAttribute of a source', loading, 3),
        row('setAttribute of anything else', other, 3),
        row('matching an address to 1 000 rules, against ten', matching(), 2),
      ]
    } finally {
      await site.close()
    }
  },
}
