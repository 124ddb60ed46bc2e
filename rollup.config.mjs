import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dts } from 'rollup-plugin-dts'
import { compile } from './spec/tools/compile.mjs'
import { scriptFile } from './spec/tools/scriptFiles.mjs'

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

const scripts = [
  ['global', 'opt-in'],
  ['gate/cookieGate', 'gate'],
  ['gate/requests/requestGate', 'request-gate'],
  ['commands/index', 'commands'],
  ['commands/stub', 'stub'],
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
    ...scripts.map(([entry, file]) => scriptFile(entry, file)),
    ...connectors.map((entry) => scriptFile(entry, nameOf(entry))),
    {
      input: input(modules),
      external,
      plugins: [dts({ tsconfig: 'lib/tsconfig.json' })],
      output: [declarationOutput('ts'), declarationOutput('cts')],
    },
  ]
}
