/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DemoServer } from './demoServer.js'
import { openDemo } from './demoServer.js'

const files: Record<string, string> = {
  'demo/index.html': 'the shop',
  'demo/01-first/index.html': 'the first page',
  'dist/opt-in.global.js': 'the library',
  'node_modules/some-cmp/banner.js': 'a banner',
  'secret.txt': 'not for pages',
}

let root: string
let demo: DemoServer
const read = async (path: string) => {
  const answer = await fetch(`http://127.0.0.1:${demo.port}${path}`)
  return { status: answer.status, text: await answer.text() }
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'demo-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  demo = await openDemo({ root })
})
afterAll(async () => {
  await demo.close()
  rmSync(root, { recursive: true })
})

it.each([
  ['/', 'the shop'],
  ['/01-first/', 'the first page'],
  ['/01-first/?query=1', 'the first page'],
  ['/dist/opt-in.global.js', 'the library'],
  ['/npm/some-cmp/banner.js', 'a banner'],
])('the demo site serves %s', async (path, text) => {
  expect(await read(path)).toEqual({ status: 200, text })
})

it.each(['/nothing', '/secret.txt', '/..%2fsecret.txt', '/dist/..%2fsecret.txt', '/npm/'])('the demo site has nothing at %s', async (path) => {
  expect((await read(path)).status).toBe(404)
})

it('takes the next free port when its own is in use', async () => {
  const other = createServer()
  const { port } = await new Promise<AddressInfo>((resolve) => other.listen(0, '127.0.0.1', () => resolve(other.address() as AddressInfo)))
  const second = await openDemo({ root, port })
  expect(second.port).toBeGreaterThan(port)
  expect(second.url).toBe(`http://localhost:${second.port}/`)
  await second.close()
  await new Promise((resolve) => other.close(resolve))
})
