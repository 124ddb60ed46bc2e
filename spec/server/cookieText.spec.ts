/** @jest-environment node */
import { createServer, request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { cookieText } from '../../lib/server/cookieText.js'

const serve = async (listen: Parameters<typeof createServer>[1], headers: Record<string, string | string[]>) => {
  const server = createServer(listen as never)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  try {
    const { port } = server.address() as AddressInfo
    await new Promise<void>((done, fail) => request({ port, host: '127.0.0.1', headers }, (answer) => answer.resume().on('end', done)).on('error', fail).end())
  } finally {
    await new Promise((closed) => server.close(closed))
  }
}

describe('the cookies of a request', () => {
  it.each<[string, unknown, string]>([
    ['a text', 'a=1; b=2', 'a=1; b=2'],
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['a list', ['a=1', 'b=2; c=3'], 'a=1; b=2; c=3'],
    ['an empty list', [], ''],
    ['Headers', new Headers({ cookie: 'a=1; b=2' }), 'a=1; b=2'],
    ['Headers without any', new Headers(), ''],
    ['a Request', new Request('https://example.test/', { headers: { Cookie: 'a=1' } }), 'a=1'],
    ['headers as Node has them', { cookie: 'a=1' }, 'a=1'],
    ['headers as they were sent', { host: 'x', Cookie: 'a=1' }, 'a=1'],
    ['headers with several of them', { cookie: ['a=1', 'b=2'] }, 'a=1; b=2'],
    ['headers without any', { host: 'x' }, ''],
    ['an object without a prototype', Object.assign(Object.create(null), { headers: { cookie: 'a=1' } }), 'a=1'],
  ])('are found in %s', (_, source, text) => expect(cookieText(source)).toBe(text))

  it('are found in a request of Node, also when they come in several headers', async () => {
    let seen = ''
    await serve((incoming: IncomingMessage, answer) => {
      seen = cookieText(incoming)
      answer.end()
    }, { cookie: ['a=1', 'b=2'] })
    expect(seen).toBe('a=1; b=2')
  })

  it('are found in a request of Express', async () => {
    let seen = ''
    const app = express()
    app.get('/', (incoming, answer) => {
      seen = cookieText(incoming)
      answer.end()
    })
    await serve(app, { cookie: 'a=1' })
    expect(seen).toBe('a=1')
  })

  it.each<[string, unknown]>([
    ['a number', 5],
    ['true', true],
    ['a function', () => 'a=1'],
    ['a list of numbers', [5]],
  ])('are not looked for in %s', (_, source) =>
    expect(() => cookieText(source)).toThrow(expect.objectContaining({ code: 'invalid-config', message: expect.stringContaining('`cookieHeader` must be a Cookie header, a list of them, headers, or a request; it got') })))
})
