/** Any sequence of requests, decisions, aborts and navigations, in real Chromium, against a plain model of what may arrive. */
import fc from 'fast-check'
import type { TestPage } from '../../tools/browser.js'
import { eachBrowser } from '../../tools/browser.js'
import { openSite } from '../../tools/site.js'
import type { GatedWindow } from './pages.js'
import { arrived, gatedPage, routes, until } from './pages.js'

type Step =
  | { readonly do: 'send'; readonly way: 'fetch' | 'xhr' | 'beacon' | 'image' | 'script'; readonly category: 'aa' | 'target' }
  | { readonly do: 'decide'; readonly aa: boolean; readonly target: boolean }
  | { readonly do: 'abort' | 'reset' | 'go' }

const category = fc.constantFrom('aa' as const, 'target' as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('send' as const), way: fc.constantFrom('fetch' as const, 'xhr' as const, 'beacon' as const, 'image' as const, 'script' as const), category }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decide' as const), aa: fc.boolean(), target: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('abort' as const, 'reset' as const, 'go' as const) }) },
)

/** What may arrive: a request waits while nothing is decided, and goes the way of its category then. */
const createModel = () => {
  let waiting: { name: string; category: 'aa' | 'target'; canAbort: boolean }[] = []
  let decision: Readonly<Record<'aa' | 'target', boolean>> | undefined
  const expected: string[] = []
  const take = (current: Step, name: string): void => {
    if (current.do === 'send') {
      if (!decision) waiting.push({ name, category: current.category, canAbort: current.way === 'fetch' || current.way === 'xhr' })
      else if (decision[current.category]) expected.push(name)
    } else if (current.do === 'decide') {
      decision = current
      expected.push(...waiting.filter((one) => current[one.category]).map((one) => one.name))
      waiting = []
    } else if (current.do === 'abort') waiting = waiting.filter(({ canAbort }) => !canAbort)
    else {
      decision = undefined
      if (current.do === 'go') waiting = []
    }
  }
  return { take, expected }
}

const perform = ([current, name]: readonly [Step, string]): void => {
  const { optIn, aborts } = window as unknown as GatedWindow & { aborts?: (() => void)[] }
  const list = ((window as unknown as { aborts: (() => void)[] }).aborts = aborts ?? [])
  if (current.do === 'decide') (optIn as unknown as { decide(decision: object): void }).decide({ aa: current.aa, target: current.target })
  if (current.do === 'reset') optIn.reset()
  if (current.do === 'abort') for (const abort of list.splice(0)) abort()
  if (current.do !== 'send') return
  const url = `https://${current.category}.test/ruled/${name}`
  const end = new AbortController()
  const xhr = new XMLHttpRequest()
  if (current.way === 'fetch') void fetch(url, { signal: end.signal }).catch(() => {})
  if (current.way === 'beacon') navigator.sendBeacon(url, 'x')
  if (current.way === 'image') new Image().src = url
  if (current.way === 'script') document.head.appendChild(document.createElement('script')).src = url
  if (current.way === 'xhr') {
    xhr.open('GET', url)
    xhr.send()
    list.push(() => xhr.abort())
  }
  list.push(() => end.abort())
}

eachBrowser(['chromium'], 'any sequence', (browser) => {
  it('sends each request of an approved category once, and none of another', async () => {
    const site = await openSite({ ...routes, '/gated': gatedPage('{ rules: { aa: ["aa.test"], target: ["target.test"] } }') })
    const context = await browser().newContext()
    const page: TestPage = await context.newPage()
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        run++
        const model = createModel()
        const seen = () => arrived(site.requests, 'ruled')
        site.requests.length = 0
        await page.goto(site.url('page.test', '/gated'))
        for (const [index, current] of steps.entries()) {
          model.take(current, `${run}-${index}`)
          if (current.do === 'go') await page.goto(site.url('page.test', '/gated'))
          else await page.evaluate(perform, [current, `${run}-${index}`] as const)
          // What may leave has left before the next step, so that no abort and no denial finds it under way.
          await until(() => model.expected.every((name) => seen().includes(name)), () => `${model.expected.join()} of ${seen().join()}`)
        }
        await page.evaluate(() => fetch('https://free.test/free/x'))
        expect(seen().sort()).toEqual([...model.expected].sort())
      }),
      { numRuns: 25, endOnFailure: true },
    )
    await context.close()
    await site.close()
  }, 60_000)
})
