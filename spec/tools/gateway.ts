import { createServer as createHttpServer } from 'node:http'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { certificate } from './certificate.js'

/** Answers one request; the scheme is what the page's address said. */
export type Respond = (request: IncomingMessage, response: ServerResponse, scheme: 'http' | 'https') => void

export interface Gateway {
  readonly port: number
  respond: Respond
  close(): Promise<void>
}

const firstByteOfTls = 0x16

/**
 * One port that is a web server for http and https and a proxy to itself for every name in the world.
 *
 * Chromium maps all names to the port; Firefox and WebKit take it as their proxy. Nothing is ever passed on.
 */
export const openGateway = async (): Promise<Gateway> => {
  const gateway: { respond: Respond } = { respond: (_request, response) => void response.writeHead(404).end() }
  const sockets = new Set<Socket>()
  const listener =
    (scheme: 'http' | 'https'): RequestListener =>
    (request, response) =>
      gateway.respond(request, response, scheme)
  const plain = createHttpServer(listener('http'))
  const secure = createHttpsServer(await certificate(), listener('https'))
  plain.keepAliveTimeout = secure.keepAliveTimeout = 60_000

  const serve = (socket: Socket): void => {
    socket.on('error', () => socket.destroy())
    socket.once('data', (start: Buffer) => {
      socket.pause()
      socket.unshift(start)
      ;(start[0] === firstByteOfTls ? secure : plain).emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  }
  plain.on('connect', (_request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
    if (head.length) socket.unshift(head)
    serve(socket)
  })
  // Else a small answer waits forty milliseconds for the browser to say that it has the one before.
  const door = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    serve(socket)
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))

  return Object.assign(gateway, {
    port: (door.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        door.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  })
}
