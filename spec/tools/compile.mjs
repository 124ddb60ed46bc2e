import typescript from '@rollup/plugin-typescript'
import { minify } from 'terser'

// `npm run types` checks the types; the maps carry their sources, since the package does not.
const { buildStart, buildEnd, resolveId, load } = typescript({
  tsconfig: 'lib/tsconfig.json',
  compilerOptions: { noCheck: true, inlineSources: true },
})
let isCompiled = false

/** The rollup plugin that compiles the library, once for all the bundles that a process makes of it. */
export const compile = {
  name: 'compile',
  buildStart(options) {
    if (!isCompiled) buildStart.call(this, options)
  },
  buildEnd() {
    if (!isCompiled) buildEnd.call(this)
    isCompiled = true
  },
  resolveId,
  load,
}

/** A rollup plugin that makes a bundle small, as it is shipped and as it is weighed. */
export const makeSmall = {
  name: 'make-small',
  renderChunk: (code, _chunk, { format, sourcemap }) =>
    minify(code, {
      compress: { passes: 3, unsafe_arrows: true, ecma: 2020 },
      mangle: true,
      module: format === 'es',
      sourceMap: Boolean(sourcemap),
    }),
}
