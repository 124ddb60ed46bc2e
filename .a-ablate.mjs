import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { rollup } from 'rollup'
import typescript from '@rollup/plugin-typescript'
import terser from '@rollup/plugin-terser'
const b = await rollup({ input: process.argv[2], plugins: [typescript({ tsconfig: 'lib/tsconfig.json' })] , onwarn(){} })
const { output } = await b.generate({ format: 'iife', name: 'VisitorOptIn', extend: true, exports: 'named', plugins: [terser({ compress: { passes: 3, unsafe_arrows: true, ecma: 2020 }, mangle: true })] })
const c = output[0].code.replace(/\n\/\/# source.*/, '').trim()
const size = (t) => brotliCompressSync(t, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
const full = size(c)
console.log(full)
// marginal cost of each 60-char chunk
for (let i = 0; i < c.length; i += 60) console.log(String(full - size(c.slice(0, i) + c.slice(i + 60))).padStart(4), c.slice(i, i + 60))
