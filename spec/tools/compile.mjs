import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { minify } from 'terser'
import ts from 'typescript'

const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true, sourceMap: true, inlineSources: true }
const compiled = new Map()

const compileFile = (path) => {
  const { outputText, sourceMapText } = ts.transpileModule(readFileSync(path, 'utf8'), { compilerOptions, fileName: path })
  return { code: outputText.replace(/\/\/# sourceMappingURL=.*\n?$/, ''), map: JSON.parse(sourceMapText) }
}

/** A rollup plugin that compiles each source file once for all the bundles it is in; `npm run types` checks the types. */
export const compile = {
  name: 'compile',
  resolveId: (id, importer) => {
    const path = importer && id.startsWith('.') ? join(importer, '..', id.replace(/\.js$/, '.ts')) : undefined
    return path?.endsWith('.ts') && existsSync(path) ? path : undefined
  },
  load: (path) => {
    if (!path.endsWith('.ts')) return undefined
    if (!compiled.has(path)) compiled.set(path, compileFile(path))
    return compiled.get(path)
  },
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
