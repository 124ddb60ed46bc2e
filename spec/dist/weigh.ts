import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import commonjs from '@rollup/plugin-commonjs'
import resolve from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import type { OutputChunk, Plugin } from 'rollup'
import { compile, makeSmall } from '../tools/compile.mjs'
import { scriptFile } from '../tools/scriptFiles.mjs'
import { weightsToHold } from './weights.js'
import type { Weighed, Weight } from './weights.js'

const sourceOf = (root: string, entry: string) =>
  [`${entry}.ts`, `${entry}/index.ts`].map((name) => join(root, 'lib', name)).find((path) => existsSync(path))

/** What a page loads by a script tag. */
const scriptOf = async (root: string, entry: string): Promise<OutputChunk> => {
  const { output, ...input } = scriptFile(entry, entry, root)
  const made = await rollup({ ...input, onLog: () => undefined })
  const { output: chunks } = await made.generate({ ...output, sourcemap: false })
  return chunks[0]
}

/** What a page's own bundler makes of a module, without the files in `outside`. */
const moduleOf = async (path: string, outside: readonly string[] = [], finish: Plugin[] = [makeSmall]): Promise<OutputChunk> => {
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
  const { output } = await made.generate({ format: 'es', plugins: finish })
  return output[0]
}

const brotli = (code: string): number => brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

const weigh = async (root: string, { name, entry, ceiling, format, onTopOf, besides }: Weighed, path: string): Promise<Weight> => {
  const base = onTopOf ? sourceOf(root, onTopOf) : undefined
  const outside = base ? (await moduleOf(base, [], [])).moduleIds : []
  const { code, moduleIds } = await (format === 'iife' ? scriptOf(root, entry) : moduleOf(path, outside))
  if (!code) throw new Error(`${entry} came out empty`)
  const beside = besides ? brotli((await moduleOf(join(root, 'lib', `${besides}.ts`))).code) : 0
  const files = moduleIds.map((id) => relative(join(root, 'lib'), id).replaceAll('\\', '/'))
  return { name, bytes: brotli(code) - beside, ceiling, files }
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
