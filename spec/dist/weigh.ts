import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import commonjs from '@rollup/plugin-commonjs'
import resolve from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import type { OutputChunk, Plugin } from 'rollup'
import { compile, makeSmall } from '../tools/compile.mjs'
import { weightsToHold } from './weights.js'
import type { Weighed, Weight } from './weights.js'

const sourceOf = (root: string, entry: string) =>
  [`${entry}.ts`, `${entry}/index.ts`].map((name) => join(root, 'lib', name)).find((path) => existsSync(path))

const bundle = async (path: string, format: Weighed['format'], outside: readonly string[] = []): Promise<OutputChunk> => {
  // What stands outside is named as a page would name it, and not by its path here.
  const leaveOut: Plugin = {
    name: 'leave-out',
    async resolveId(id, importer) {
      const found = await this.resolve(id, importer, { skipSelf: true })
      return found && outside.includes(found.id) ? { id: 'visitor-opt-in', external: true } : found
    },
  }
  const plugins = [leaveOut, compile, resolve(), commonjs({ strictRequires: false })]
  const made = await rollup({ input: path, external: ['react'], plugins, onLog: () => undefined })
  const { output } = await made.generate({ format, name: 'VisitorOptIn', extend: true, exports: 'named', plugins: [makeSmall] })
  return output[0]
}

const weigh = async (root: string, { name, entry, ceiling, format, onTopOf }: Weighed, path: string): Promise<Weight> => {
  const base = onTopOf ? sourceOf(root, onTopOf) : undefined
  const external = base ? (await bundle(base, 'es')).moduleIds : []
  const { code } = await bundle(path, format, external)
  if (!code) throw new Error(`${entry} came out empty`)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 }
  return { name, bytes: brotliCompressSync(code, { params }).length, ceiling }
}

const inFolder = (root: string, folder: string): string[] => {
  const path = join(root, 'lib', folder)
  const names = existsSync(path) ? readdirSync(path) : []
  return names.map((name) => `${folder}/${name.replace(/\.ts$/, '')}`).sort()
}

/** Bundles, minifies and compresses every entry of the library as a page would get it. */
export const weighAll = async (root: string): Promise<Weight[]> => {
  const weights: Weight[] = []
  for (const weighed of weightsToHold([...inFolder(root, 'adapters'), ...inFolder(root, 'bridges')])) {
    const path = sourceOf(root, weighed.entry)
    if (path) weights.push(await weigh(root, weighed, path))
  }
  return weights
}
