// measures variants made by text replacement of the sources
import { rollup } from 'rollup'
import typescript from '@rollup/plugin-typescript'
import terser from '@rollup/plugin-terser'
import { brotliCompressSync, constants } from 'node:zlib'
const size = async (file, edits) => {
  const b = await rollup({ input: file, plugins: [{ name: 'e', transform(code, id) { for (const [f, a, z] of edits) if (id.endsWith(f)) { if (!code.includes(a)) console.log('MISS', f, a); code = code.replace(a, z) } return { code, map: null } } }, typescript({ tsconfig: 'lib/tsconfig.json' })], onwarn(){} })
  const { output } = await b.generate({ format: 'iife', name: 'VisitorOptIn', extend: true, exports: 'named', plugins: [terser({ compress: { passes: 3, unsafe_arrows: true, ecma: 2020 }, mangle: true })] })
  return brotliCompressSync(output[0].code.replace(/\n\/\/# source.*/, ''), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}
const f = 'lib/adapters/zz.ts'
const show = ['errors.ts', /got \$\{show\(got\)\}/.exec('got ${show(got)}')[0], 'got ${JSON.stringify(got)}']
console.log('now', await size(f, []))
console.log('no show', await size(f, [show]))
console.log('no checks 4', await size(f, [['connectPlatform.ts', '  checkOptions(name, map, match, ecid, timeout)\n', '']]))
console.log('no checks at all', await size(f, [['connectPlatform.ts', '  checkOptions(name, map, match, ecid, timeout)\n', ''], ['readOptions.ts', 'checkOption(`${name}.map`, item, Object.values(categories).includes(category), MAP)', '']]))
