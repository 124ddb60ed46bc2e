/** @jest-environment node */
import { PassThrough } from 'node:stream'
import { createOptIn } from '../lib/createOptIn.js'
import type { OptIn, Permissions } from '../lib/types.js'
import { loadReact, versions } from './react.versions.js'

const refused = { aam: false, adcloud: false, aa: false, campaign: false, ecid: false, livefyre: false, target: false, mediaaa: false }

describe.each(versions)('in React %s, without a document', (version, suffix) => {
  const { react, server, hooks } = loadReact(suffix)
  const { createElement: h, Suspense } = react

  const Shown = ({ optIn, initial }: { optIn: OptIn; initial?: Permissions }) =>
    h('i', null, `${hooks.useOptIn(optIn, initial).aa}/${hooks.useApproved(optIn, 'aa', initial)}/${hooks.useStatus(optIn)}`)

  it('runs that very version', () => expect(react.version.split('.')[0]).toBe(version))

  it.each<[string, Permissions | undefined, string]>([
    ['the permissions of the request', { ...refused, aa: true }, 'true/true/pending'],
    ['those of the OptIn, where the request gave none', undefined, 'false/false/pending'],
  ])('renders %s', (_, initial, shown) => {
    const optIn = createOptIn({ doesOptInApply: true })
    expect(server.renderToStaticMarkup(h(Shown, { optIn, ...(initial && { initial }) }))).toBe(`<i>${shown}</i>`)
  })

  it('streams one answer, also for parts that come after the OptIn of the server has changed', async () => {
    const optIn = createOptIn({ doesOptInApply: true })
    const initial = { ...refused, aa: true }
    let ready = false
    let wake = () => {}
    const waiting = new Promise<void>((resolve) => (wake = resolve))
    const Late = () => {
      if (!ready) throw waiting
      return h(Shown, { optIn, initial })
    }
    const html = await new Promise<string>((resolve, reject) => {
      const out = new PassThrough()
      let text = ''
      out.on('data', (chunk) => (text += chunk))
      out.on('end', () => resolve(text))
      const { pipe } = server.renderToPipeableStream(
        h('div', null, h(Shown, { optIn, initial }), h(Suspense, { fallback: '…' }, h(Late))),
        {
          onShellReady: () => {
            pipe(out)
            optIn.denyAll()
            ready = true
            wake()
          },
          onError: reject,
        },
      )
    })
    expect(html).toContain('…')
    expect(html.match(/<i>[^<]*<.i>/g)).toEqual(['<i>true/true/pending</i>', '<i>true/true/pending</i>'])
  })
})
