import { readFileSync } from 'node:fs'
import type { TestContext } from '../../tools/browser.js'
import { eachBrowser } from '../../tools/browser.js'
import type { Site } from '../../tools/site.js'
import { openSite } from '../../tools/site.js'
import { limits } from './limits.js'
import type { GatedWindow } from './pages.js'
import { arrived, gatedPage, routes, until } from './pages.js'

const body = `window.limits = {${Object.entries(limits).map(([name, { send }]) => `${JSON.stringify(name)}: ${String(send)}`)}}`
const table = () => readFileSync('docs/guide/requests.md', 'utf8').split('\n').filter((line) => line.startsWith('| `')).map((line) => line.split('`')[1])

eachBrowser(['chromium', 'firefox'], 'out of a script’s reach', (browser) => {
  let site: Site
  let context: TestContext
  beforeEach(async () => {
    const gated = gatedPage()
    site = await openSite({
      ...routes,
      '/ways.js': { type: 'text/javascript', body },
      '/gated': gated.replace('<script', '<script>window.keptFetch = fetch.bind(window)</script><script'),
      '/markup': gated.replace('<body>', '<body><img src="https://ruled.test/ruled/markup/x.gif">'),
      '/reports': { headers: { 'content-security-policy': "font-src 'none'; report-uri https://ruled.test/ruled/reports/x" }, body: gated.replace('<body>', '<style>@font-face { font-family: a; src: url(/free/font/x.woff2) } body { font-family: a }</style><body>text') },
      '/redirect/*': ({ path }) => ({ status: 302, headers: { location: `https://ruled.test${path.replace('/redirect', '/ruled')}`, 'access-control-allow-origin': '*' } }),
    })
    context = await browser().newContext()
  })
  afterEach(async () => {
    await context.close()
    await site.close()
  })

  it('are the ways of the table in the docs, which reach a denied host', async () => {
    const page = await context.newPage()
    await page.goto(site.url('page.test', '/gated'))
    const names = Object.keys(limits).filter((name) => limits[name]!.only?.includes(browser().name) ?? true)
    const path = (name: string) => `/ruled/${encodeURIComponent(name)}/`
    await page.evaluate(
      (list) => {
        const { optIn, limits } = window as unknown as GatedWindow & { limits: Record<string, (url: string) => unknown> }
        optIn.deny('aa')
        for (const [name, url] of list) void Promise.resolve(limits[name]!(url)).catch(() => {})
      },
      names.map((name) => [name, `https://ruled.test${path(name)}${limits[name]!.file ?? 'x'}`] as const),
    )
    const missing = () => names.filter((name) => !site.requests.some((request) => request.host === 'ruled.test' && request.path.startsWith(path(name))))
    await until(() => !missing().length, () => missing().join())
    expect(table()).toEqual(expect.arrayContaining(Object.keys(limits)))
  })

  it('is what the parser meets in the page’s own markup', async () => {
    const page = await context.newPage()
    await page.goto(site.url('page.test', '/markup'))
    await until(() => arrived(site.requests, 'ruled').includes('markup'), () => 'the image')
    expect(table()).toContain('markup of the page')
  })

  it('is a report of a Content-Security-Policy', async () => {
    const page = await context.newPage()
    await page.goto(site.url('page.test', '/reports'))
    await until(() => arrived(site.requests, 'ruled').includes('reports'), () => 'the report')
    expect(table()).toContain('CSP report')
  })
})
