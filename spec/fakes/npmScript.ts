import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(process.cwd(), 'node_modules/.cache/visitor-opt-in')

/** A module of npm as one script for a page, under a global name; it is bundled once for each version of its package. */
export const npmScript = async (library: string, module: string, name: string): Promise<string> => {
  const { version } = JSON.parse(readFileSync(`node_modules/${library}/package.json`, 'utf8')) as { version: string }
  const path = join(folder, `${name}-${version}.js`)
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The bundler is slow to load, and to find two hundred files.
    const { rollup } = await import('rollup')
    const { nodeResolve } = await import('@rollup/plugin-node-resolve')
    const made = await rollup({ input: `node_modules/${library}/${module}`, plugins: [nodeResolve({ browser: true })], treeshake: false, onwarn: () => {} })
    const { code } = (await made.generate({ format: 'iife', name, exports: 'named', inlineDynamicImports: true })).output[0]
    mkdirSync(folder, { recursive: true })
    // Whole or not at all, for several spec files may look at a time.
    writeFileSync(`${path}.${process.pid}`, code)
    renameSync(`${path}.${process.pid}`, path)
    return code
  }
}
