/** @jest-environment node */
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { filterSetCookie, readPermissions, serializePermissions } from '../../lib/server.js'

const config = { doesOptInApply: true, isOptInStorageEnabled: true } as const
const cookies = (decision: Parameters<typeof serializePermissions>[0]) => serializePermissions(decision, config).map((line) => line.split(';', 1)[0]).join('; ')

const ask = async (listener: RequestListener, cookie: string) => {
  const server = createServer(listener)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers: { cookie } })
    return { body: await answer.text(), cookies: answer.headers.getSetCookie().map((line) => line.split('=', 1)[0]) }
  } finally {
    await new Promise((closed) => server.close(closed))
  }
}

// The three ways that docs/server.md shows.
const plainNode: RequestListener = (request, response) => {
  const { permissions, status } = readPermissions(request, config)
  response.setHeader('Set-Cookie', filterSetCookie(['mbox=1; Path=/', 'session=1; Path=/'], permissions))
  response.end(`${status} ${permissions.target}`)
}

const withExpress = express()
withExpress.use((request, response, next) => {
  const { permissions, status } = readPermissions(request, config)
  response.locals = { permissions, status }
  const writeHead = response.writeHead
  response.writeHead = ((...rest: Parameters<typeof writeHead>) => {
    const lines = response.getHeader('Set-Cookie')
    if (Array.isArray(lines) || typeof lines === 'string') response.setHeader('Set-Cookie', filterSetCookie(lines, permissions))
    return writeHead.apply(response, rest)
  }) as typeof writeHead
  next()
})
withExpress.get('/', (_request, response) => {
  response.cookie('mbox', 'a-session').cookie('session', '1')
  response.send(`${response.locals['status']} ${response.locals['permissions'].target}`)
})

const fetchHandler = (request: Request): Response => {
  const { permissions, status } = readPermissions(request, config)
  const origin = new Response(`${status} ${permissions.target}`, { headers: [['Set-Cookie', 'mbox=1'], ['Set-Cookie', 'session=1']] })
  const headers = new Headers(origin.headers)
  headers.delete('Set-Cookie')
  for (const line of filterSetCookie(origin.headers, permissions)) headers.append('Set-Cookie', line)
  return new Response(origin.body, { headers })
}
const fetchStyle: RequestListener = async (request, response) => {
  const answer = fetchHandler(new Request('http://localhost/', { headers: { cookie: request.headers.cookie ?? '' } }))
  response.setHeader('Set-Cookie', answer.headers.getSetCookie())
  response.end(await answer.text())
}

describe.each<[string, RequestListener]>([
  ['Node', plainNode],
  ['Express', withExpress],
  ['a Fetch handler', fetchStyle],
])('with %s', (_, listener) => {
  it.each<[string, string, string, string[]]>([
    ['nothing is known', '', 'pending false', ['session']],
    ['Target is refused', cookies({ target: false }), 'complete false', ['session']],
    ['Target is approved', `a=b; ${cookies({ target: true })}`, 'complete true', ['mbox', 'session']],
  ])('the page and its cookies follow the visitor when %s', async (__, cookie, body, set) => {
    expect(await ask(listener, cookie)).toEqual({ body, cookies: set })
  })
})
