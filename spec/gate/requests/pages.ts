import type { BrowserName, TestPage } from '../../tools/browser.js'
import type { Answer, Routes, SiteRequest } from '../../tools/site.js'
import { ways } from './ways.js'

const pixel = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  gif: 'image/gif',
  html: 'text/html',
  css: 'text/css',
  svg: 'image/svg+xml',
  vtt: 'text/vtt',
  woff2: 'font/woff2',
  webm: 'video/webm',
}

/** Answers any file, to any origin. */
export const answerFile = ({ path, headers }: SiteRequest): Answer => {
  const type = types[path.split('.')[1] ?? ''] ?? 'text/plain'
  return {
    type,
    headers: {
      'access-control-allow-origin': String(headers.origin ?? '*'),
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type, x-own',
      'access-control-allow-methods': 'GET, POST, PUT',
    },
    body: type === 'image/gif' ? pixel : type === 'text/vtt' ? 'WEBVTT\n\n' : '',
  }
}

/** A page with the gate, and `optIn` and `gate` on its window. */
export const gatedPage = (options = '{ rules: { aa: ["ruled.test", "page.test/ruled"] } }', config = 'doesOptInApply: true'): string => `<!doctype html>
<meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">
<script src="/dist/opt-in.global.js"></script><script src="/dist/request-gate.global.js"></script>
<script>
  window.actions = []
  window.faults = []
  window.gate = VisitorOptIn.requestGate(Object.assign({ onAction: (item) => actions.push(item) }, ${options}))
  window.optIn = VisitorOptIn.createOptIn({ gate, ${config}, onError: (error) => faults.push(String(error)) })
</script><script src="/ways.js"></script><body>`

/** What such a page has on its window. */
export type GatedWindow = Window & {
  readonly VisitorOptIn: { createOptIn(config: object): GatedWindow['optIn']; requestGate(options?: object): GatedWindow['gate'] }
  readonly ways: Record<string, (url: string) => unknown>
  readonly faults: string[]
  readonly actions: { action: string; name: string; category?: string; store: string }[]
  readonly gate: {
    inspect(): { held: number; replayed: number; refused: number; removed: number; items: { name: string; action: string }[] }
    policy(permissions?: object): string
  }
  readonly optIn: { approve(category: string): void; deny(category: string): void; reset(): void; destroy(): void; isApproved(category: string): boolean }
}

/** The pages of these specs: one without the gate, one with it, and files on every host. */
export const routes: Routes = {
  '/': '<!doctype html><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"><script src="/ways.js"></script><body>',
  '/gated': gatedPage(),
  '/ways.js': { type: 'text/javascript', body: `window.ways = {${Object.entries(ways).map(([name, { send }]) => `${JSON.stringify(name)}: ${String(send)}`)}}` },
  '/ruled/*': answerFile,
  '/free/*': answerFile,
}

/** The ways that an engine has. */
export const waysOf = (browser: BrowserName): string[] => Object.keys(ways).filter((name) => ways[name]!.only?.includes(browser) ?? true)

/** Sends by every way to a host with a rule, and to one without. */
export const sendAll = (page: TestPage, names: readonly string[], scheme: string, kinds: readonly string[] = ['ruled', 'free']) =>
  page.evaluate(
    ([list, scheme, kinds]) => {
      const { ways } = window as unknown as GatedWindow
      for (const [name, file, isOwn] of list)
        for (const kind of kinds) void Promise.resolve(ways[name]!(`${scheme}://${isOwn ? 'page' : kind}.test/${kind}/${name}/${file}`)).catch(() => {})
    },
    [names.map((name) => [name, ways[name]!.file, !!ways[name]!.isOwn] as const), scheme, kinds] as const,
  )

/** The ways that reached the hosts of a kind, in their order of arrival. */
export const arrived = (requests: readonly SiteRequest[], kind: string): string[] =>
  requests.filter(({ path, method }) => path.startsWith(`/${kind}/`) && method !== 'OPTIONS').map(({ path }) => path.split('/')[2]!)

/** Waits until something is true. */
export const until = async (isTrue: () => boolean, what: () => string, timeout = 40_000): Promise<void> => {
  for (const end = Date.now() + timeout; !isTrue(); ) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${what()}`)
    await new Promise((done) => setTimeout(done, 20))
  }
}
