import { join } from 'node:path'
import commonjs from '@rollup/plugin-commonjs'
import resolve from '@rollup/plugin-node-resolve'
import { compile, makeSmall } from './compile.mjs'

// What `opt-in.global.js` carries and puts on `window.VisitorOptIn`; every other script file takes it from there, when it is used.
const carried = ['createOptIn', 'core/errors', 'core/optInError', 'connect/connectPlatform', 'connect/readOptions']

const takeFromPage = (root) => {
  const paths = new Set(carried.map((name) => join(root, 'lib', `${name}.ts`)))
  return {
    name: 'take-from-page',
    resolveId: async function (id, importer) {
      const found = await this.resolve(id, importer, { skipSelf: true })
      // One name for all, so that the file is handed one object.
      return found && paths.has(found.id) ? { id: 'visitor-opt-in', external: true } : found
    },
  }
}

const settings = {
  global: { carries: true },
  // The settings of the snippet are the page's to edit: nothing that follows from them is cut away.
  'commands/stub': { treeshake: false, output: { sourcemap: false } },
}

/** How rollup makes the script file of an entry: it adds its exports to `window.VisitorOptIn`. */
export const scriptFile = (entry, file, root = process.cwd()) => {
  const { carries, treeshake = true, output } = settings[entry] ?? {}
  return {
    input: join(root, 'lib', `${entry}.ts`),
    treeshake,
    plugins: [...(carries ? [] : [takeFromPage(root)]), compile, resolve(), commonjs({ strictRequires: false })],
    output: {
      file: `dist/${file}.global.js`,
      format: 'iife',
      name: 'VisitorOptIn',
      globals: { 'visitor-opt-in': 'VisitorOptIn' },
      extend: true,
      exports: 'named',
      sourcemap: true,
      plugins: [makeSmall],
      ...output,
    },
  }
}
