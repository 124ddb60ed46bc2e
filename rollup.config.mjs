import { fileURLToPath } from 'node:url'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import commonjs from '@rollup/plugin-commonjs'
import resolve from '@rollup/plugin-node-resolve'
import { dts } from 'rollup-plugin-dts'
import { compile, makeSmall } from './spec/tools/compile.mjs'

const there = (files) => files.filter((file) => existsSync(`lib/${file}.ts`))
const inFolder = (folder) =>
  existsSync(`lib/${folder}`)
    ? readdirSync(`lib/${folder}`, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() || entry.name.endsWith('.ts'))
        .map((entry) => (entry.isDirectory() ? `${folder}/${entry.name}/index` : `${folder}/${entry.name.slice(0, -3)}`))
    : []

// Every file in these two folders is an entry; a folder in them is one entry, its index.
const connectors = [...inFolder('adapters'), ...inFolder('bridges')]
const modules = [...there(['index', 'gate/index', 'commands/index', 'react', 'server']), ...connectors]
const input = (entries) => Object.fromEntries(entries.map((entry) => [nameOf(entry), `lib/${entry}.ts`]))
const nameOf = (entry) => entry.replace(/^((?:adapters|bridges)\/.+)\/index$/, '$1')

const external = ['tiny-emitter', 'react']

const moduleOutput = (format, extension) => ({
  dir: 'dist',
  format,
  exports: 'named',
  sourcemap: true,
  preserveModules: true,
  preserveModulesRoot: 'lib',
  entryFileNames: `[name].${extension}`,
})

const declarationOutput = (extension) => ({
  dir: 'dist',
  format: 'es',
  entryFileNames: `[name].d.${extension}`,
  chunkFileNames: `types/[name].d.${extension}`,
})

// A script file adds its exports to window.VisitorOptIn; what the page has already is not bundled a second time.
const scriptFile = (entry, file, settings = {}) => ({
  input: `lib/${entry}.ts`,
  external: settings.external ?? [],
  treeshake: settings.treeshake ?? true,
  plugins: [compile, resolve(), commonjs({ strictRequires: false })],
  output: {
    file: `dist/${file}.global.js`,
    format: 'iife',
    name: 'VisitorOptIn',
    extend: true,
    exports: 'named',
    sourcemap: true,
    plugins: [makeSmall],
    ...settings.output,
  },
})

// What commands need of the core they take from what `opt-in.global.js` put on the page, at the moment when they need it.
const inCore = ['lib/createOptIn.ts', 'lib/core/optInError.ts'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

const scripts = [
  ['global', 'opt-in'],
  ['gate/cookieGate', 'gate'],
  ['gate/requests/requestGate', 'request-gate'],
  ['commands/global', 'commands', { external: inCore, output: { globals: () => 'VisitorOptIn', strict: false, sourcemap: 'hidden' } }],
  // The settings of the snippet are the page's to edit: nothing that follows from them is cut away.
  ['commands/stub', 'stub', { treeshake: false, output: { sourcemap: false } }],
].filter(([entry]) => existsSync(`lib/${entry}.ts`))

export default () => {
  rmSync('dist', { recursive: true, force: true })
  return [
    {
      input: Object.fromEntries(modules.map((entry) => [entry, `lib/${entry}.ts`])),
      external,
      plugins: [compile],
      output: [moduleOutput('es', 'js'), moduleOutput('cjs', 'cjs')],
    },
    ...scripts.map(([entry, file, settings]) => scriptFile(entry, file, settings)),
    ...connectors.map((entry) => scriptFile(entry, nameOf(entry))),
    {
      input: input(modules),
      external,
      plugins: [dts({ tsconfig: 'lib/tsconfig.json' })],
      output: [declarationOutput('ts'), declarationOutput('cts')],
    },
  ]
}
