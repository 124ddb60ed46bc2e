// A page that knows the visitor's choice before it is sent: node demo/08-server/server.mjs, then http://localhost:8008/
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { filterSetCookie, readPermissions, serializePermissions } from 'visitor-opt-in/server'
import { renderPage } from './renderPage.mjs'

const files = {
  '/opt-in.js': ['text/javascript', '../../dist/opt-in.global.js'],
  '/page.js': ['text/javascript', './page.js'],
  '/shop.css': ['text/css', '../shop.css'],
  '/bell.svg': ['image/svg+xml', '../art/bell.svg'],
}
const choices = { all: { aa: true, target: true }, analytics: { aa: true, target: false }, none: { aa: false, target: false } }
const removed = '; Path=/; Max-Age=0'

/** Answers with the page, with what its tags set, or with the visitor's new choice. */
const answer = async (request, response, settings) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  if (Object.hasOwn(files, pathname)) {
    const [type, file] = files[pathname]
    response.setHeader('Content-Type', `${type}; charset=utf-8`)
    return response.end(await readFile(new URL(file, import.meta.url)))
  }
  if (pathname === '/choice' && request.method === 'POST') {
    let body = ''
    for await (const part of request) body += part
    const choice = choices[new URLSearchParams(body).get('choice')]
    if (choice) response.setHeader('Set-Cookie', serializePermissions(choice, settings, request))
    return response.writeHead(303, { Location: '/' }).end()
  }
  const { permissions, status } = readPermissions(request, settings)
  // Whatever the application sets goes through the filter; what is denied now is taken away.
  const cookies = ['s_vi=a-visitor; Path=/; HttpOnly', 'mbox=a-session; Path=/', 'session=1; Path=/; HttpOnly']
  const leftovers = permissions.aa ? [] : [`s_vi=${removed}`]
  response.setHeader('Set-Cookie', filterSetCookie([...cookies, ...leftovers], permissions))
  response.setHeader('Cache-Control', 'private, no-cache')
  response.setHeader('Vary', 'Cookie')
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(renderPage(permissions, status, settings))
}

/** Starts the server with the settings that both sides share. */
export const openServer = async (port, more = {}) => {
  const settings = { doesOptInApply: true, isOptInStorageEnabled: true, policyVersion: '2', ...more }
  const server = createServer((request, response) => {
    answer(request, response, settings).catch((error) => response.writeHead(500).end(String(error)))
  })
  await new Promise((ready) => server.listen(port, '127.0.0.1', ready))
  return server
}

if (import.meta.filename === process.argv[1]) {
  const { PORT = 8008, COOKIE_DOMAIN } = process.env
  const server = await openServer(PORT, COOKIE_DOMAIN ? { optInCookieDomain: COOKIE_DOMAIN } : {})
  console.log(`http://localhost:${server.address().port}/`)
}
