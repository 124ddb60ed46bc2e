import { readFile } from 'node:fs/promises'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import { makeSmall } from '../../tools/compile.mjs'
import type { Contender } from './contender.js'

const bundle = async (input: string, name: string): Promise<string> => {
  const made = await rollup({ input, plugins: [nodeResolve({ browser: true }), commonjs()], onLog: () => undefined })
  const { output } = await made.generate({ format: 'iife', name, extend: true, exports: 'named', inlineDynamicImports: true, plugins: [makeSmall] })
  await made.close()
  return output[0].code
}

/** The script that a page loads for it: as it is shipped for pages, else bundled and minified as ours is. */
export const scriptOf = async ({ script }: Contender): Promise<string> => {
  if (!script) return ''
  return 'file' in script ? readFile(script.file, 'utf8') : bundle(script.module, script.global)
}

/** How much of it there is, and how much goes over the wire. */
export const bytesOf = (script: string): { readonly minified: number; readonly gzip: number; readonly brotli: number } => ({
  minified: Buffer.byteLength(script),
  gzip: gzipSync(script, { level: 9 }).length,
  brotli: brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
})
