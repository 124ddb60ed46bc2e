import type { TestContext, TestPage } from '../../tools/browser.js'
import { eachBrowser } from '../../tools/browser.js'
import type { Site } from '../../tools/site.js'
import { openSite } from '../../tools/site.js'
import type { GatedWindow } from './pages.js'
import { answerFile, arrived, gatedPage, routes, until } from './pages.js'

eachBrowser(['chromium', 'firefox'], 'a held request', (browser) => {
  let site: Site
  let context: TestContext
  let page: TestPage
  const open = (path = '/gated') => page.goto(site.url('page.test', path))
  const act = (deed: 'approve' | 'deny') => page.evaluate((deed) => (window as unknown as GatedWindow).optIn[deed]('aa'), deed)
  const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told)
  const untilTold = (count: number) => page.waitFor((count) => (window as unknown as { told?: unknown[] }).told!.length >= count, count)
  const sent = () => site.requests.filter(({ path, method }) => path.startsWith('/ruled') && method !== 'OPTIONS')

  beforeEach(async () => {
    site = await openSite({
      ...routes,
      '/ruled/slow*': async (request) => (await until(() => site.requests.some(({ path }) => path === '/free/go'), () => 'the word to go on'), answerFile(request)),
      '/small': gatedPage('{ rules: { aa: ["ruled.test"] }, limit: 3, maxBytes: 2000 }'),
      '/refuse': gatedPage('{ rules: { aa: ["ruled.test"] }, undecided: "refuse" }'),
      '/unknown': gatedPage('{ rules: { aa: ["ruled.test"] }, unknown: "refuse" }'),
      '/earlier': gatedPage(undefined, 'doesOptInApply: true, preOptInApprovals: { aa: true }'),
      '/own/*': answerFile,
    })
    context = await browser().newContext()
    page = await context.newPage()
  })
  afterEach(async () => {
    await context.close()
    await site.close()
  })

  it('gives fetch the real answer on approval, and a TypeError on denial', async () => {
    await open()
    const ask = () =>
      page.evaluate(() => {
        const told: string[] = ((window as never as { told: string[] }).told = [])
        fetch('https://ruled.test/ruled/x').then(async (response) => told.push(`${response.status} ${response.headers.get('content-type')} ${response.url}`), (error) => told.push(String(error)))
      })
    await ask()
    await act('deny')
    await untilTold(1)
    expect(await told()).toEqual(['TypeError: Failed to fetch'])
    await page.evaluate(() => void (window as unknown as GatedWindow).optIn.reset())
    await ask()
    await act('approve')
    await untilTold(1)
    expect(await told()).toEqual(['200 text/plain https://ruled.test/ruled/x'])
  })

  it('can be aborted', async () => {
    await open()
    await page.evaluate(() => {
      const told: string[] = ((window as never as { told: string[] }).told = [])
      const end = new AbortController()
      fetch('https://ruled.test/ruled/x', { signal: end.signal }).catch((error) => told.push(error.name))
      fetch('https://ruled.test/ruled/x', { signal: AbortSignal.abort() }).catch((error) => told.push(error.name))
      end.abort()
      const xhr = new XMLHttpRequest()
      xhr.onabort = xhr.onloadend = (event) => told.push(`${event.type} ${xhr.status}`)
      xhr.open('GET', 'https://ruled.test/ruled/x')
      xhr.send()
      xhr.abort()
      const socket = new WebSocket('wss://ruled.test/ruled/x')
      socket.onerror = () => told.push('error')
      socket.onclose = (event) => told.push(`close ${event.code} ${socket.readyState}`)
      socket.close()
    })
    await untilTold(6)
    await act('approve')
    expect((await told()).sort()).toEqual(['AbortError', 'AbortError', 'abort 0', 'close 1006 3', 'error', 'loadend 0'])
    expect(sent()).toEqual([])
    // Firefox notes a connection that fails as it notes an error.
    expect(page.errors.filter((error) => !error.includes('//0.0.0.0:0'))).toEqual([])
  })

  it('carries what it carried at the call', async () => {
    await open()
    await page.evaluate(() => {
      const bytes = new TextEncoder().encode('then')
      const form = new FormData()
      const search = new URLSearchParams('a=then')
      form.append('a', 'then')
      const xhr = (body: XMLHttpRequestBodyInit) => {
        const request = new XMLHttpRequest()
        request.open('POST', 'https://ruled.test/ruled/xhr')
        request.setRequestHeader('x-own', 'kept')
        request.withCredentials = true
        request.send(body)
      }
      navigator.sendBeacon('https://ruled.test/ruled/beacon', bytes)
      navigator.sendBeacon('https://ruled.test/ruled/beacon', search)
      void fetch('https://ruled.test/ruled/fetch', { method: 'PUT', body: bytes, headers: { 'x-own': 'kept' } })
      void fetch(new Request('https://ruled.test/ruled/fetch', { method: 'POST', body: form }))
      xhr(bytes)
      xhr(form)
      xhr(search)
      bytes.set(new TextEncoder().encode('late'))
      form.set('a', 'late')
      search.set('a', 'late')
    })
    await act('approve')
    await until(() => sent().length === 7, () => sent().map(({ path }) => path).join())
    expect(sent().map(({ method, body }) => `${method} ${/then|late/.exec(body)?.[0]}`)).toEqual(['POST then', 'POST then', 'PUT then', 'POST then', 'POST then', 'POST then', 'POST then'])
    expect(sent().map(({ headers }) => headers['x-own'])).toEqual([undefined, undefined, 'kept', undefined, 'kept', 'kept', 'kept'])
    expect(sent()[1]!.headers['content-type']).toBe('application/x-www-form-urlencoded;charset=UTF-8')
    expect(sent()[6]!.headers['content-type']).toBe('application/x-www-form-urlencoded;charset=UTF-8')
  })

  it('leaves what the page has changed meanwhile: the rest of a style, and of a rule', async () => {
    await open()
    await page.evaluate(() => {
      const { sheet } = document.head.appendChild(document.createElement('style'))
      const image = (name: string) => `url(https://ruled.test/ruled/${name}.gif)`
      sheet!.insertRule(`p { color: red; background-image: ${image('rule')}; cursor: ${image('cursor')}, auto }`)
      ;(sheet!.cssRules[0] as CSSStyleRule).style.color = 'green'
      const { style } = document.body.appendChild(document.createElement('p'))
      style.cssText = `margin: 1px; list-style-image: ${image('text')}`
      style.margin = '2px'
    })
    await act('approve')
    await until(() => sent().some(({ path }) => path === '/ruled/rule.gif'), () => sent().map(({ path }) => path).join())
    const look = () =>
      page.evaluate(() => {
        const { style } = document.querySelector('style')!.sheet!.cssRules[0] as CSSStyleRule
        const own = document.querySelector('p')!.style
        return [style.color, style.backgroundImage, style.cursor, own.margin, own.listStyleImage].join()
      })
    const address = (name: string) => `url("https://ruled.test/ruled/${name}.gif")`
    expect(await look()).toBe(`green,${address('rule')},${address('cursor')}, auto,2px,${address('text')}`)
  })

  it('is of an element the newest that it was given; an image sends each, and a font asks when it is told to', async () => {
    await open()
    await page.evaluate(() => {
      for (const [name, file] of Object.entries({ script: 'x.js', iframe: 'x.html', img: 'x.gif' })) {
        const element = document.createElement(name) as HTMLImageElement
        for (const turn of ['old', 'new']) element.src = `https://ruled.test/ruled/${turn}/${file}`
        document.body.append(element)
      }
      for (const name of ['old', 'new']) {
        const font = new FontFace(name, `url(https://ruled.test/ruled/${name}/x.woff2)`)
        if (name === 'new') void font.load().catch(() => {})
      }
    })
    await act('approve')
    await until(() => sent().length >= 5, () => sent().map(({ path }) => path).join())
    expect(sent().map(({ path }) => path.slice(7))).toEqual(['new/x.js', 'new/x.html', 'old/x.gif', 'new/x.gif', 'new/x.woff2'])
    expect(await page.evaluate(() => document.images[0]!.src)).toBe('https://ruled.test/ruled/new/x.gif')
  })

  it('tells the page of a refusal the way the browser tells of a host that is away', async () => {
    await open()
    await page.evaluate(() => {
      const told: string[] = ((window as never as { told: string[] }).told = [])
      const url = 'https://ruled.test/ruled/x'
      const element = (name: string, set: (element: HTMLElement) => void) => {
        const made = document.createElement(name)
        made.onerror = () => void told.push(name)
        set(made)
        document.body.append(made)
      }
      element('img', (made) => ((made as HTMLImageElement).src = url))
      element('script', (made) => made.setAttribute('src', url))
      element('link', (made) => Object.assign(made, { rel: 'stylesheet', href: url }))
      element('video', (made) => ((made as HTMLVideoElement).src = url))
      const xhr = new XMLHttpRequest()
      xhr.onreadystatechange = () => xhr.readyState === 4 && told.push(`xhr ${xhr.readyState} ${xhr.status}`)
      xhr.onerror = () => told.push('xhr error')
      xhr.open('POST', url)
      xhr.send('x')
      const socket = new WebSocket('wss://ruled.test/ruled/x')
      socket.addEventListener('close', ({ code }) => told.push(`socket ${code} ${socket.readyState} ${socket instanceof WebSocket} ${socket.url}`))
      const source = new EventSource(url)
      source.onerror = ({ target }) => told.push(`source ${source.readyState} ${target === source}`)
      new Worker('/ruled/x.js').onerror = () => told.push('worker')
      void new FontFace('a', `url(${url})`).load().catch((error) => told.push(`font ${error.name}`))
      new WebTransport(url).ready.catch((error) => told.push(`transport ${error.name}`))
      try {
        const now = new XMLHttpRequest()
        now.open('GET', url, false)
        now.send()
      } catch (error) {
        told.push(`now ${(error as Error).name} ${error instanceof DOMException}`)
      }
    })
    await act('deny')
    await untilTold(12)
    expect((await told()).sort()).toEqual([
      'font TypeError', 'img', 'link', 'now NetworkError true', 'script', 'socket 1006 3 true wss://ruled.test/ruled/x', 'source 2 true',
      'transport WebTransportError', 'video', 'worker', 'xhr 4 0', 'xhr error',
    ].sort())
  })

  it('fails on the spot after a denial, in the same way: sockets, event sources and workers', async () => {
    await open()
    await act('deny')
    await page.evaluate(() => {
      const told: string[] = ((window as never as { told: string[] }).told = [])
      const socket = new WebSocket('wss://ruled.test/ruled/x')
      socket.onclose = ({ code }) => told.push(`socket ${code} ${socket.readyState}`)
      const source = new EventSource('https://ruled.test/ruled/x')
      source.addEventListener('error', () => told.push(`source ${source.readyState}`))
      new Worker('/ruled/x.js').onerror = () => told.push('worker')
    })
    await untilTold(3)
    expect((await told()).sort()).toEqual(['socket 1006 3', 'source 2', 'worker'])
    expect(await page.evaluate(() => (window as unknown as GatedWindow).faults)).toEqual([])
  })

  it('is refused at once beyond the limits, the newest first', async () => {
    await open('/small')
    const answers = await page.evaluate(() => [0, 1, 2, 3].map((index) => navigator.sendBeacon(`https://ruled.test/ruled/${index}`, 'x'.repeat(index === 1 ? 3000 : 10))))
    expect(answers).toEqual([true, false, true, true])
    expect(await page.evaluate(() => navigator.sendBeacon('https://ruled.test/ruled/4'))).toBe(false)
    await act('approve')
    await until(() => sent().length === 3, () => String(sent().length))
    expect(sent().map(({ path }) => path)).toEqual(['/ruled/0', '/ruled/2', '/ruled/3'])
  })

  it('is none where the page wants a refusal from the start', async () => {
    await open('/refuse')
    expect(await page.evaluate(() => navigator.sendBeacon('https://ruled.test/ruled/x'))).toBe(false)
    await act('approve')
    expect(await page.evaluate(() => navigator.sendBeacon('https://ruled.test/ruled/y'))).toBe(true)
    await until(() => sent().length > 0, () => 'the beacon')
    expect(sent().map(({ path }) => path)).toEqual(['/ruled/y'])
  })

  it('leaves at once where the category is approved beforehand', async () => {
    await open('/earlier')
    await page.evaluate(() => void (new Image().src = 'https://ruled.test/ruled/x.gif'))
    await until(() => sent().length > 0, () => 'the image')
  })

  it('is none of an unknown host where those are refused; what is the page’s own passes', async () => {
    await open('/unknown')
    const answers = await page.evaluate(async () => {
      const ask = (url: string) => fetch(url).then(({ status }) => status, (error) => error.name)
      const blob = URL.createObjectURL(new Blob(['x']))
      return Promise.all([ask('https://other.test/free/x'), ask('/own/x'), ask('data:,x'), ask(blob), (window as unknown as GatedWindow).gate.inspect().items.map((item) => JSON.stringify(item))])
    })
    expect(answers).toEqual(['TypeError', 200, 200, 200, ['{"store":"request","name":"https://other.test/free/x","action":"refused"}']])
  })

  it('is ended under way when its category is denied, and later ones are refused', async () => {
    await open()
    await act('approve')
    await page.evaluate(() => {
      const told: string[] = ((window as never as { told: string[] }).told = [])
      fetch('https://ruled.test/ruled/slow1').catch((error) => told.push(String(error)))
      const xhr = new XMLHttpRequest()
      xhr.onabort = () => told.push('xhr')
      xhr.open('GET', 'https://ruled.test/ruled/slow2')
      xhr.send()
      new EventSource('https://ruled.test/ruled/slow3')
      new Image().src = 'https://ruled.test/ruled/slow4'
    })
    await until(() => sent().length === 4, () => String(sent().length))
    await act('deny')
    await untilTold(2)
    expect((await told()).sort()).toEqual(['TypeError: Failed to fetch', 'xhr'])
    const { removed } = await page.evaluate(() => (window as unknown as GatedWindow).gate.inspect())
    expect(removed).toBe(4)
    await page.evaluate(() => fetch('https://free.test/free/go'))
    expect(await page.evaluate(() => navigator.sendBeacon('https://ruled.test/ruled/x'))).toBe(false)
  })

  it('waits again after the decision was forgotten', async () => {
    await open()
    await act('approve')
    await page.evaluate(() => {
      const { optIn } = window as unknown as GatedWindow
      optIn.reset()
      navigator.sendBeacon('https://ruled.test/ruled/x')
    })
    expect(await page.evaluate(() => (window as unknown as GatedWindow).gate.inspect().held)).toBe(1)
    await act('approve')
    await until(() => sent().length === 1, () => 'the beacon')
  })

  it('leaves also when the page goes right after the approval', async () => {
    await open()
    await page.evaluate(() => {
      for (let index = 0; index < 20; index++) navigator.sendBeacon(`https://ruled.test/ruled/${index}`, 'x')
      ;(window as unknown as GatedWindow).optIn.approve('aa')
      location.href = '/'
    })
    await until(() => sent().length === 20, () => arrived(site.requests, 'ruled').join())
  })

  it('is one of thousands that all leave', async () => {
    // What is slow in one engine is shown in the other: the number matters where a browser loses some of many.
    const count = browser().name === 'chromium' ? 5000 : 500
    await open()
    await page.evaluate((count) => {
      for (let index = 0; index < count; index++)
        if (index % 2) navigator.sendBeacon(`https://ruled.test/ruled/${index}`, 'x'.repeat(100))
        else if (index % 4) void fetch(`https://ruled.test/ruled/${index}`)
        else new Image().src = `https://ruled.test/ruled/${index}`
      ;(window as unknown as GatedWindow).optIn.approve('aa')
    }, count)
    await until(() => sent().length >= count, () => String(sent().length), 110_000)
    expect(new Set(arrived(site.requests, 'ruled')).size).toBe(count)
    expect(sent().length).toBe(count)
  }, 120_000)
})
