import { eachBrowser } from '../../tools/browser.js'
import type { Site } from '../../tools/site.js'
import { openSite } from '../../tools/site.js'
import { arrived, gatedPage, routes, until } from './pages.js'

interface Trusting {
  readonly optIn: { approve(category: string): void }
  readonly faults: string[]
  readonly trail: string[]
  rowsWritten: () => number
  readonly trustedTypes?: { createPolicy(name: string, rules: object): { createHTML(text: string): string } }
}

let site: Site
beforeEach(async () => {
  site = await openSite({
    ...routes,
    '/trusted': {
      headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types visitor-opt-in visitor-opt-in-requests page" },
      body: `${gatedPage()
        .replace('request-gate.global.js"></script>', 'request-gate.global.js"></script><script src="/dist/gate.global.js"></script>')
        .replace('{ gate,', '{ gate: [VisitorOptIn.cookieGate(), gate],')}<script>window.trail = []</script><script type="text/plain" data-opt-in="aa">trail.push('marked')</script><div id="place"></div>`,
    },
  })
})
afterEach(() => site.close())

eachBrowser(['chromium', 'firefox'], 'markup on a page that enforces Trusted Types', (browser) => {
  it('is held and sent, and marked scripts start, when both gates may have their policies', async () => {
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.goto(site.url('page.test', '/trusted'))
    await page.evaluate(() => {
      const { trustedTypes } = window as unknown as Trusting
      const text = '<img alt="" src="https://ruled.test/ruled/markup/a.gif"><img alt="" src="https://free.test/free/markup/a.gif">'
      document.querySelector('#place')!.innerHTML = trustedTypes?.createPolicy('page', { createHTML: (same: string) => same }).createHTML(text) ?? text
    })
    await until(() => arrived(site.requests, 'free').includes('markup'), () => 'the image that no rule names')
    expect(arrived(site.requests, 'ruled')).toEqual([])
    await page.evaluate(() => (window as unknown as Trusting).optIn.approve('aa'))
    await until(() => arrived(site.requests, 'ruled').includes('markup'), () => 'the image that was held')
    await page.waitFor(() => (window as unknown as Trusting).trail.includes('marked'))
    expect(await page.evaluate(() => (window as unknown as Trusting).faults)).toEqual([])
    await context.close()
  })
})

eachBrowser(['chromium', 'firefox'], 'markup', (browser) => {
  const names = ['table', 'adjacent', 'beside', 'outer', 'frame', 'frame-row', 'written', 'row']

  it('is read as a part of what it comes into: a table, the document of a frame, a text', async () => {
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.goto(site.url('page.test', '/gated'))
    const text = await page.evaluate(() => {
      const add = (name: string) => document.body.appendChild(document.createElement(name))
      const image = (kind: string, name: string) => `<img alt="" src="https://${kind}.test/${kind}/${name}/a.gif">`
      const rows = (name: string) => `<col><tbody><tr><td>${image('ruled', name)}${image('free', name)}</td></tr></tbody>`
      const part = () => add('table').appendChild(document.createElement('tbody'))
      add('table').innerHTML = rows('table')
      add('table').insertAdjacentHTML('beforeend', rows('adjacent'))
      part().insertAdjacentHTML('beforebegin', rows('beside'))
      part().outerHTML = rows('outer')
      const written = (add('iframe') as HTMLIFrameElement).contentDocument!
      written.write(`<col>${image('ruled', 'written')}${image('free', 'written')}`)
      written.write('<table>')
      written.write(`<tr><td>${image('ruled', 'row')}${image('free', 'row')}</td></tr>`)
      written.write('</table>')
      written.close()
      ;(window as unknown as Trusting).rowsWritten = () => written.querySelectorAll('tr > td > img').length
      ;(add('iframe') as HTMLIFrameElement).srcdoc = `<col>${image('ruled', 'frame')}${image('free', 'frame')}`
      ;(add('iframe') as HTMLIFrameElement).srcdoc = `<tr>${image('ruled', 'frame-row')}`
      const area = add('textarea') as HTMLTextAreaElement
      area.innerHTML = image('ruled', 'text')
      return area.value
    })
    expect(text).toBe('<img alt="" src="https://ruled.test/ruled/text/a.gif">')
    // Held, a frame's whole document waits.
    await until(() => names.every((name) => name.startsWith('frame') || arrived(site.requests, 'free').includes(name)), () => `all that no rule names: ${arrived(site.requests, 'free')}`)
    expect(arrived(site.requests, 'ruled')).toEqual([])
    expect(await page.evaluate(() => document.querySelectorAll('table > tbody > tr > td > img').length)).toBe(8)
    expect(await page.evaluate(() => (window as unknown as Trusting).rowsWritten())).toBe(2)
    await page.evaluate(() => (window as unknown as Trusting).optIn.approve('aa'))
    await until(() => names.every((name) => arrived(site.requests, 'ruled').includes(name)), () => `all that was held: ${arrived(site.requests, 'ruled')}`)
    await context.close()
  })

  it('is held in a frame that was reached before it loaded, and kept its window', async () => {
    const context = await browser().newContext()
    const page = await context.newPage()
    await page.goto(site.url('page.test', '/gated'))
    await page.evaluate(async () => {
      const frame = document.createElement('iframe')
      frame.srcdoc = '<!doctype html><title>Frame</title><body>'
      await new Promise((done) => {
        frame.onload = done
        document.body.append(frame)
      })
      frame.contentDocument!.body.innerHTML = ['ruled', 'free'].map((kind) => `<img alt="" src="https://${kind}.test/${kind}/loaded/a.gif">`).join('')
    })
    await until(() => arrived(site.requests, 'free').includes('loaded'), () => 'the image that no rule names')
    expect(arrived(site.requests, 'ruled')).toEqual([])
    await page.evaluate(() => (window as unknown as Trusting).optIn.approve('aa'))
    await until(() => arrived(site.requests, 'ruled').includes('loaded'), () => 'the image that was held')
    await context.close()
  })
})
