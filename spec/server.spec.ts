/** @jest-environment node */
import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import * as server from '../lib/server.js'

const compile: (source: string, file: string) => { code: string } = jest.requireActual('./tools/transform.cjs').process
const root = resolve(__dirname, '..')

// Loads the library into a world with nothing in it but the language: no process, Buffer, document, window, console or timer.
const loadAlone = () => {
  const context = createContext(Object.create(null))
  runInContext('delete globalThis.console', context)
  const loaded = new Map<string, Record<string, unknown>>()
  const load = (file: string): Record<string, unknown> => {
    const known = loaded.get(file)
    if (known) return known
    const exports = {}
    loaded.set(file, exports)
    const { code } = compile(readFileSync(file, 'utf8'), file)
    const run = runInContext(`(function (exports, require) { ${code}\n})`, context, { filename: file })
    run(exports, (name: string) => load(join(dirname(file), name.replace(/\.js$/, '.ts'))))
    return exports
  }
  return { context, files: loaded, exports: load(join(root, 'lib/server.ts')) as unknown as typeof server }
}

describe('visitor-opt-in/server', () => {
  it('exports three functions', () =>
    expect(Object.keys(server).sort()).toEqual(['filterSetCookie', 'readPermissions', 'serializePermissions']))

  it('does all it does in a world with nothing but the language', () => {
    const { context, exports } = loadAlone()
    expect(runInContext('[typeof process, typeof Buffer, typeof document, typeof window, typeof console, typeof URL]', context)).toEqual(
      Array(6).fill('undefined'),
    )
    const config = { doesOptInApply: true, isOptInStorageEnabled: true, policyVersion: 'ü', categories: { CHAT: 'chat' } } as const
    const lines = exports.serializePermissions({ aa: true, chat: true }, config)
    expect(lines).toEqual(server.serializePermissions({ aa: true, chat: true }, config))
    const cookies = lines.map((line) => line.split(';', 1)[0]!)
    expect(exports.readPermissions(cookies, config)).toEqual(server.readPermissions(cookies, config))
    expect(exports.readPermissions(cookies, config)).toMatchObject({ status: 'complete', permissions: { aa: true, chat: true, target: false } })
    expect(exports.filterSetCookie(['mbox=1', 's_vi=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT', 'mbox=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'], { aa: true })).toEqual([
      's_vi=1; Expires=Fri, 31 Dec 9999 23:59:59 GMT',
      'mbox=; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
    ])
  })

  it('brings the rules of the gate, but none of its guards and nothing that reads a page’s cookies', () => {
    const rooms = [...loadAlone().files.keys()].map((file) => relative(join(root, 'lib'), file).replaceAll('\\', '/'))
    expect(rooms.filter((file) => !/^(server|core)[./]/.test(file)).sort()).toEqual(['gate/adobeRules.ts', 'gate/readRules.ts', 'gate/rules.ts'])
  })
})
