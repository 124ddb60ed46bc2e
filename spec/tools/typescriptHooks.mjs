import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'

const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, inlineSourceMap: true }

/** Finds `./name.ts` where the source says `./name.js`, as the compiler does. */
export const resolve = (specifier, context, next) => {
  const source = specifier.replace(/^(\..*)\.js$/, '$1.ts')
  return next(source !== specifier && existsSync(new URL(source, context.parentURL)) ? source : specifier, context)
}

/** Compiles a TypeScript file while it is loaded; types are checked elsewhere. */
export const load = (url, context, next) =>
  url.endsWith('.ts')
    ? {
        format: 'module',
        shortCircuit: true,
        source: ts.transpileModule(readFileSync(new URL(url), 'utf8'), { compilerOptions, fileName: url }).outputText,
      }
    : next(url, context)
