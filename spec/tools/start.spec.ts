/** @jest-environment node */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isBuilt, readPort } from './start.js'

it.each([
  [undefined, 8080],
  ['', 8080],
  ['0', 0],
  ['3000', 3000],
])('the port given as %j is %i', (text, port) => {
  expect(readPort(text)).toBe(port)
})

it.each(['80a', '-1', '65536', '1.5'])('the port %s is refused by name', (text) => {
  expect(() => readPort(text)).toThrow(`PORT must be a number from 0 to 65535; it is ${text}.`)
})

it('the library is built when the source is newer than what was built', () => {
  const root = mkdtempSync(join(tmpdir(), 'built-'))
  mkdirSync(join(root, 'lib/core'), { recursive: true })
  mkdirSync(join(root, 'dist'))
  const source = join(root, 'lib/core/a.ts')
  writeFileSync(source, '')
  expect(isBuilt(root)).toBe(false)
  writeFileSync(join(root, 'dist/opt-in.global.js'), '')
  expect(isBuilt(root)).toBe(true)
  utimesSync(source, new Date(), new Date(Date.now() + 60_000))
  expect(isBuilt(root)).toBe(false)
  rmSync(root, { recursive: true })
})
