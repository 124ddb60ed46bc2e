import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { openHarness } from './openHarness.js'

/** What a request asked; `path` is without its query, which stands in `query` with its question mark. */
export interface SiteRequest {
  host: string
  path: string
  query: string
  scheme: 'http' | 'https'
  method: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A page of HTML, or a whole answer. */
export type Answer =
  | string
  | { status?: number; type?: string; headers?: Record<string, string | string[]>; body?: string | Buffer; delay?: number }

/** Keys are `/path` on any host, or `host.test/path`; a star at the end stands for any rest. */
export type Routes = Record<string, Answer | ((request: SiteRequest) => Answer | Promise<Answer>)>

export interface Site {
  url(host: string, path?: string, scheme?: 'https' | 'http'): string
  /** What was asked of this site, in order, without the files of /dist, /npm and the favicon. */
  readonly requests: SiteRequest[]
  close(): Promise<void>
}

interface OpenSite {
  routes: Routes
  requests: SiteRequest[]
}

const sites: OpenSite[] = []

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

// Browsers ask their makers for news whatever the flags say; a site never sees it.
const ownTraffic = /(^|\.)(mozilla\.(com|org|net)|firefox\.com|googleapis\.com|gvt1\.com|gstatic\.com)$/

const folders: Record<string, string> = { '/dist/': 'dist', '/npm/': 'node_modules' }

const fileAnswer = async (prefix: string, path: string): Promise<Answer> => {
  const folder = join(process.cwd(), folders[prefix] as string)
  const file = normalize(join(folder, decodeURIComponent(path.slice(prefix.length))))
  try {
    if (!file.startsWith(folder + sep)) throw new Error(`${path} leaves its folder`)
    return { type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(file) }
  } catch (error) {
    return { status: 404, type: 'text/plain', body: String(error) }
  }
}

const findRoute = (routes: Routes, { host, path }: SiteRequest) => {
  for (const address of [host + path, path]) if (Object.hasOwn(routes, address)) return routes[address]
  const prefixes = Object.keys(routes).filter((key) => key.endsWith('*'))
  // The longest prefix is the one that means this address most.
  prefixes.sort((one, other) => other.length - one.length)
  const found = prefixes.find((key) => (key.startsWith('/') ? path : host + path).startsWith(key.slice(0, -1)))
  return found === undefined ? undefined : routes[found]
}

const answerFor = async (request: SiteRequest): Promise<Answer> => {
  if (ownTraffic.test(request.host)) return { status: 404 }
  const site = sites.find(({ routes }) => findRoute(routes, request) !== undefined)
  const route = site && findRoute(site.routes, request)
  const prefix = Object.keys(folders).find((start) => request.path.startsWith(start))
  if (route === undefined && prefix) return fileAnswer(prefix, request.path)
  if (route === undefined && request.path === '/favicon.ico') return { status: 204 }
  ;(site ?? sites[0])?.requests.push(request)
  if (route === undefined) return { status: 404, type: 'text/plain', body: `No route for ${request.host}${request.path}` }
  return typeof route === 'function' ? route(request) : route
}

const readRequest = async (request: IncomingMessage, scheme: 'http' | 'https'): Promise<SiteRequest> => {
  // A proxied http request carries the whole address, every other one its path.
  const { host, pathname, search } = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? 'unknown.test'}`)
  const body: Buffer[] = []
  for await (const part of request) body.push(part as Buffer)
  const { method = 'GET', headers } = request
  return { host, path: pathname, query: search, scheme, method, headers: { ...headers }, body: String(Buffer.concat(body)) }
}

const respond = async (request: IncomingMessage, response: ServerResponse, scheme: 'http' | 'https'): Promise<void> => {
  try {
    const given = await answerFor(await readRequest(request, scheme))
    const { status = 200, type = types['.html'] as string, headers = {}, body = '', delay = 0 } = typeof given === 'string' ? { body: given } : given
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay))
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-cache', ...headers }).end(body)
  } catch (error) {
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error))
  }
}

/** Opens a site on the process's test server; of several open sites the newest that knows the address answers. */
export const openSite = async (routes: Routes): Promise<Site> => {
  const gateway = await (await openHarness()).gateway()
  gateway.respond = (request, response, scheme) => void respond(request, response, scheme)
  const site: OpenSite = { routes, requests: [] }
  sites.unshift(site)
  return {
    url: (host, path = '/', scheme = 'https') => `${scheme}://${host}${path}`,
    requests: site.requests,
    close: async () => void sites.splice(sites.indexOf(site), sites.includes(site) ? 1 : 0),
  }
}
