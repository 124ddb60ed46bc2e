import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sirv from 'sirv'

/** A running demo site. */
export interface DemoServer {
  readonly port: number
  readonly url: string
  close(): Promise<void>
}

export interface DemoSettings {
  /** The repository whose demo, built files and packages are served. */
  readonly root?: string
  /** Where to listen; the next free one is taken when it is in use. 0 lets the system choose. */
  readonly port?: number
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })

const isTaken = (error: unknown): boolean => ['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')

const listenFrom = async (server: Server, first: number): Promise<number> => {
  for (let port = first; port < first + 20 && port < 65_536; port += 1) {
    try {
      return await listen(server, port)
    } catch (error) {
      if (!isTaken(error)) throw error
    }
  }
  return listen(server, 0)
}

/** Serves demo/ at the top, the built files at /dist and the packages of npm at /npm, on this machine only. */
export const openDemo = async ({ root = process.cwd(), port = 0 }: DemoSettings = {}): Promise<DemoServer> => {
  const folder = (name: string) => sirv(join(root, name), { dev: true, dotfiles: false })
  const folders: [string, ReturnType<typeof sirv>][] = [
    ['/dist', folder('dist')],
    ['/npm', folder('node_modules')],
    ['', folder('demo')],
  ]
  const server = createServer((request, response) => {
    const [prefix, serve] = folders.find(([start]) => request.url?.startsWith(`${start}/`)) as (typeof folders)[number]
    request.url = request.url?.slice(prefix.length)
    serve(request, response, () => void response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.'))
  })
  const taken = await listenFrom(server, port)
  return {
    port: taken,
    url: `http://localhost:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
