import './nodeVersion.mjs'
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import commonjs from '@rollup/plugin-commonjs'
import resolve from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import { minify } from 'terser'
import { compile } from './compile.mjs'

// `npm run extension`: builds the Tags extension into dist/extension and packs it as dist/visitor-opt-in-VERSION.zip.
const source = 'lib/extension'
const target = 'dist/extension'
const kinds = ['actions', 'conditions', 'dataElements', 'events']

const namesIn = (folder, ending) =>
  readdirSync(join(source, folder)).flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : [])).sort()

// In a library module nothing is global, so that all names can be made short.
const makeSmall = {
  name: 'make-small',
  renderChunk: (code) => minify(code, { compress: { passes: 3, unsafe_arrows: true, ecma: 2020 }, mangle: true, module: true }),
}

const bundle = async (entry, file, settings) => {
  // The library is one file that all modules share: nothing of it is bundled into them.
  const external = entry === 'library' ? [] : [/\/library\.js$/]
  const made = await rollup({ input: `${source}/${entry}.ts`, external, plugins: [compile, resolve(), commonjs({ strictRequires: false })] })
  await made.write({ file: join(target, file), plugins: [makeSmall], ...settings })
  await made.close()
}

rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })

await bundle('library', 'library.js', { format: 'cjs', exports: 'named' })
for (const kind of kinds)
  for (const name of namesIn(kind, '.ts')) await bundle(`${kind}/${name}`, `${kind}/${name}.js`, { format: 'cjs', exports: 'default', paths: '../library.js' })
await bundle('views/form', 'views/form.js', { format: 'iife' })

// Every view is one fragment in the same page, which holds the policy and the scripts.
const page = readFileSync(join(source, 'views/page.html'), 'utf8')
for (const name of namesIn('views', '.html').filter((name) => name !== 'page')) {
  const form = readFileSync(join(source, `views/${name}.html`), 'utf8')
  const [, title] = /<h1>(.*)<\/h1>/.exec(form)
  writeFileSync(join(target, `views/${name}.html`), page.replace('<!-- title -->', title).replace('<!-- form -->', form.trim()))
}
for (const name of ['views/form.css', 'icon.svg']) cpSync(join(source, name), join(target, name))

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const { name, ...manifest } = JSON.parse(readFileSync(join(source, 'extension.json'), 'utf8'))
writeFileSync(join(target, 'extension.json'), JSON.stringify({ name, version, ...manifest }, undefined, 2))
// The packager reads the folder it is started in, and validates the manifest first.
const packager = createRequire(import.meta.url).resolve('@adobe/reactor-packager/tasks/index.js')
const zip = join(process.cwd(), 'dist', `${name}-${version}.zip`)
rmSync(zip, { force: true })
execFileSync(process.execPath, [packager, '--out', zip], { cwd: target, stdio: ['ignore', 'ignore', 'inherit'] })
if (!existsSync(zip)) throw new Error(`The packager wrote no ${zip}`)
console.log(`dist/${name}-${version}.zip`)
