import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Answer, Site, SiteRequest } from './site.js'
import { openSite } from './site.js'

const types: Record<string, string> = { '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml' }

const serve = async ({ path }: SiteRequest): Promise<Answer> => {
  const file = path.endsWith('/') ? `${path}index.html` : path
  try {
    return { type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(join(process.cwd(), 'demo', file)) }
  } catch {
    return { status: 404, body: 'There is no such page.' }
  }
}

/** The pages of demo/, on every host of the test server. */
export const openDemoSite = (): Promise<Site> => {
  const keys = readdirSync('demo', { withFileTypes: true }).map((entry) => (entry.isDirectory() ? `/${entry.name}/*` : `/${entry.name}`))
  return openSite(Object.fromEntries(['/', ...keys].map((key) => [key, serve])))
}
