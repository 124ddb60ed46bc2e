import type { TestContext, TestPage } from '../../tools/browser.js'
import { eachBrowser } from '../../tools/browser.js'
import type { Site } from '../../tools/site.js'
import { openSite } from '../../tools/site.js'
import type { GatedWindow } from './pages.js'
import { arrived, gatedPage, routes, until } from './pages.js'

// What the gate replaces, read before it and after its end.
const readAll = () => {
  const owners: [string, object][] = [
    ['window', window],
    ...['XMLHttpRequest', 'Navigator', 'Node', 'Element', 'Attr', 'NamedNodeMap', 'Document', 'DocumentFragment', 'CharacterData', 'Range', 'ShadowRoot', 'HTMLElement', 'HTMLImageElement', 'HTMLScriptElement',
      'HTMLIFrameElement', 'HTMLLinkElement', 'HTMLMediaElement', 'HTMLFormElement', 'SVGElement', 'SVGImageElement', 'SVGAnimatedString', 'CSSStyleDeclaration', 'CSSStyleSheet', 'WebSocket', 'Worker', 'EventSource',
      'ServiceWorkerContainer', 'Worklet'].map((name): [string, object] => [name, (window as never as Record<string, { prototype: object }>)[name]!.prototype]),
    ['style', Object.getPrototypeOf(document.documentElement.style) as object],
  ]
  return new Map(
    owners.flatMap(([name, owner]) =>
      Object.entries(Object.getOwnPropertyDescriptors(owner))
        .filter(([key]) => !/^(gate|optIn|actions|faults|ways|before|event)$/.test(key))
        .flatMap(([key, { value, get, set }]) => (typeof value === 'function' || get || set ? [[`${name}.${key}`, [value, get, set]] as const] : [])),
    ),
  )
}

eachBrowser(['chromium', 'firefox'], 'taking the request gate out', (browser) => {
  let site: Site
  let context: TestContext
  let page: TestPage
  const open = (path: string) => page.goto(site.url('page.test', path))
  const run = <R>(fn: () => R) => page.evaluate(fn)

  beforeEach(async () => {
    const read = `<script>window.readAll = ${String(readAll)}; window.before = readAll()</script>`
    site = await openSite({
      ...routes,
      '/gated': gatedPage().replace('<script', `${read}<script`),
      '/both': gatedPage()
        .replace('<script', `${read}<script`)
        .replace('<script src="/dist/request-gate', '<script src="/dist/gate.global.js"></script><script src="/dist/request-gate')
        .replace('createOptIn({ gate,', 'createOptIn({ gate: [VisitorOptIn.cookieGate(), gate],'),
      '/twice': gatedPage().replace('<script src="/ways.js">', '<script src="/dist/request-gate.global.js"></script><script>window.second = VisitorOptIn.requestGate({ rules: { target: ["ruled.test"] } }); window.other = VisitorOptIn.createOptIn({ doesOptInApply: true, gate: second, onError: (error) => faults.push(String(error)) })</script><script src="/ways.js">'),
      '/frozen': gatedPage().replace('<script', '<script>Object.defineProperty(Element.prototype, "setAttribute", { configurable: false, writable: false })</script><script'),
    })
    context = await browser().newContext()
    page = await context.newPage()
  })
  afterEach(async () => {
    await context.close()
    await site.close()
  })

  it.each(['/gated', '/both'])('refuses what is held, and puts every function of the browser back (%s)', async (path) => {
    await open(path)
    const left = await page.evaluate(async () => {
      const { optIn, gate, readAll, before } = window as unknown as GatedWindow & Record<'readAll', () => Map<string, unknown[]>> & { before: Map<string, unknown[]> }
      const changed = () => {
        const now = readAll()
        return [...new Set([...before.keys(), ...now.keys()])].filter((key) => !before.has(key) || !now.has(key) || before.get(key)!.some((value, index) => value !== now.get(key)![index]))
      }
      const during = changed().length
      const answer = fetch('https://ruled.test/ruled/x').then(() => 'sent', String)
      optIn.destroy()
      return { during, after: changed(), answer: await answer, inspected: gate.inspect().refused }
    })
    expect(left).toEqual({ during: expect.any(Number), after: [], answer: 'TypeError: Failed to fetch', inspected: 1 })
    expect(left.during).toBeGreaterThan(50)
    await run(() => void navigator.sendBeacon('https://ruled.test/ruled/after'))
    await until(() => arrived(site.requests, 'ruled').includes('after'), () => 'the beacon')
    expect(site.requests.some(({ path }) => path === '/ruled/x')).toBe(false)
  })

  it('leaves a wrapper of somebody else in place, and is transparent below it', async () => {
    await open('/gated')
    await run(() => {
      const { optIn } = window as unknown as GatedWindow
      const below = window.fetch
      const wrapper = (window.fetch = (...args) => below(...args))
      optIn.destroy()
      if (window.fetch !== wrapper) throw new Error('The wrapper is gone.')
      void fetch('https://ruled.test/ruled/wrapped')
    })
    await until(() => arrived(site.requests, 'ruled').includes('wrapped'), () => 'the request')
  })

  it('lets the next gate of the page begin, which waited meanwhile', async () => {
    await open('/twice')
    expect((await run(() => (window as unknown as GatedWindow).faults)).join()).toMatch(/A request gate is there already/)
    const counts = await run(() => {
      const { gate, second, optIn } = window as unknown as GatedWindow & { second: GatedWindow['gate'] }
      navigator.sendBeacon('https://ruled.test/ruled/one')
      const first = [gate.inspect().held, second.inspect().held]
      optIn.destroy()
      navigator.sendBeacon('https://ruled.test/ruled/two')
      return [...first, gate.inspect().held, second.inspect().held]
    })
    expect(counts).toEqual([1, 0, 1, 1])
    await run(() => (window as unknown as { other: GatedWindow['optIn'] }).other.approve('target'))
    await until(() => arrived(site.requests, 'ruled').length > 0, () => 'the beacon')
    expect(arrived(site.requests, 'ruled')).toEqual(['two'])
  })

  it('guards what is left on a page that froze a function, and says so once', async () => {
    await open('/frozen')
    await run(() => {
      new Image().setAttribute('src', 'https://ruled.test/ruled/frozen/x.gif')
      new Image().src = 'https://ruled.test/ruled/image/x.gif'
    })
    await until(() => arrived(site.requests, 'ruled').length > 0, () => 'the image')
    expect(arrived(site.requests, 'ruled')).toEqual(['frozen'])
    expect((await run(() => (window as unknown as GatedWindow).faults)).filter((fault) => fault.includes('setAttribute'))).toHaveLength(1)
  })

  it('throws nothing into a page that gives nonsense, other than the browser would', async () => {
    await open('/gated')
    const compare = () =>
      page.evaluate(async () => {
        const tell = async (run: () => unknown) => {
          try {
            await run()
            return 'fine'
          } catch (error) {
            return (error as Error).name
          }
        }
        const thrower = { toString: () => { throw new RangeError('no') } } as never
        const wild = (value: unknown) => value as never
        return Promise.all([
          tell(() => fetch(wild(undefined))), tell(() => fetch('http://')), tell(() => fetch(thrower)), tell(() => fetch('/', { method: 'GET', body: 'x' })),
          tell(() => navigator.sendBeacon(wild('http://['))), tell(() => (navigator.sendBeacon as never as () => void)()), tell(() => new WebSocket('http://[')), tell(() => new (WebSocket as never as new () => void)()),
          tell(() => (new Image() as never as { setAttribute(): void }).setAttribute()), tell(() => new Image().setAttribute('a b=', 'x')), tell(() => (new Image().src = thrower)),
          tell(() => new XMLHttpRequest().send()), tell(() => new XMLHttpRequest().open('B AD', '/')), tell(() => document.body.appendChild(wild(null))), tell(() => document.body.append(wild(5))),
          tell(() => document.body.insertAdjacentHTML(wild('nowhere'), '<img src="https://ruled.test/x">')), tell(() => document.head.appendChild(document.createElement('style')).sheet!.insertRule('}')),
          tell(() => (document.body.innerHTML = wild(null))), tell(() => new FontFace(wild(undefined), wild(5))), tell(() => new Worker('https://elsewhere.test/x.js')), tell(() => window.open()?.close()),
          tell(() => Element.prototype.setAttribute.call(wild({}), 'src', 'https://ruled.test/x')), tell(() => document.body.style.setProperty('--a', wild(null))), tell(() => (document.body.style.background = wild(undefined))),
        ])
      })
    const guarded = await compare()
    await page.evaluate(() => (window as unknown as GatedWindow).optIn.destroy())
    expect(guarded).toEqual(await compare())
  })
})

eachBrowser(['chromium', 'firefox'], 'the policy that the gate writes', (browser) => {
  it('lets through the approved hosts and the page’s own, and nothing else', async () => {
    const context = await browser().newContext()
    const page = await context.newPage()
    const site = await openSite({
      ...routes,
      '/writes': gatedPage('{ rules: { aa: ["ruled.test/ruled/yes"], target: ["other.test"] } }'),
      '/policed': () => ({ headers: { 'content-security-policy': policy }, body: '<!doctype html><title>x</title><link rel="icon" href="data:,"><script>window.ran = true</script><img src="/free/own/x.gif"><img src="https://sub.ruled.test/ruled/yes/x.gif"><img src="https://ruled.test/ruled/no/x.gif"><img src="https://other.test/ruled/other/x.gif"><img src="https://free.test/free/unknown/x.gif">' }),
    })
    let policy = ''
    await page.goto(site.url('page.test', '/writes'))
    policy = await page.evaluate(() => {
      const { optIn, gate } = window as unknown as GatedWindow
      optIn.approve('aa')
      return gate.policy()
    })
    expect(policy).toBe(await page.evaluate(() => (window as unknown as GatedWindow).gate.policy({ aa: true, target: false })))
    site.requests.length = 0
    await page.goto(site.url('page.test', '/policed'))
    expect(await page.evaluate(() => (window as unknown as { ran?: boolean }).ran)).toBe(true)
    await until(() => arrived(site.requests, 'ruled').length > 0 && arrived(site.requests, 'free').length > 0, () => 'the images')
    expect([arrived(site.requests, 'ruled'), arrived(site.requests, 'free')]).toEqual([['yes'], ['own']])
    await context.close()
    await site.close()
  })
})
