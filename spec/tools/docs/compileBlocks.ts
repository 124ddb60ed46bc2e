import { join, relative } from 'node:path'
import ts from 'typescript'
import { ambient } from './ambient.js'
import type { Block } from './readMarkdown.js'

const endings: Record<string, string> = { ts: 'ts', tsx: 'tsx', js: 'js', jsx: 'jsx' }

const optionsFor = (root: string): ts.CompilerOptions => ({
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  esModuleInterop: true,
  resolveJsonModule: true,
  allowJs: true,
  checkJs: true,
  skipLibCheck: true,
  noEmit: true,
  // The package as its `exports` show it, taken from the source.
  paths: {
    'visitor-opt-in': [join(root, 'lib/index.ts')],
    'visitor-opt-in/*': [join(root, 'lib/*.ts'), join(root, 'lib/*/index.ts')],
  },
})

// Scripts of a page are loosely typed: what TypeScript cannot know of them is no mistake.
const isLoose = ({ code }: ts.Diagnostic): boolean =>
  (code >= 7000 && code < 8000) || [2339, 2531, 2532, 2533, 18046, 18047, 18048].includes(code)

const jsonFault = ({ file, line, code }: Block): string[] => {
  try {
    JSON.parse(code)
    return []
  } catch (error) {
    return [`${file}:${line}: ${(error as Error).message}`]
  }
}

/** What is wrong in the code blocks: all `ts`, `tsx`, `js` and `jsx` ones are compiled as one program, `json` is parsed. */
export const compileBlocks = (root: string, blocks: readonly Block[]): string[] => {
  const compiled = blocks.filter(({ language }) => Object.hasOwn(endings, language))
  const files = new Map(compiled.map((block) => [join(root, `${block.file}.${block.line}.${endings[block.language]}`), block]))
  const options = optionsFor(root)
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  // A block that imports nothing is still a world of its own.
  const surroundings = join(root, 'spec/types/ambient.d.ts')
  const textOf = (path: string): string | undefined =>
    path === surroundings ? ambient : files.has(path) ? `${files.get(path)?.code}\nexport {}\n` : undefined
  host.fileExists = (path) => textOf(path) !== undefined || fileExists(path)
  host.readFile = (path) => textOf(path) ?? readFile(path)
  host.getSourceFile = (path, ...rest) => {
    const text = textOf(path)
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  }
  const program = ts.createProgram([...files.keys(), surroundings], options, host)
  const faults = [...files].flatMap(([path, { line }]) => {
    const source = program.getSourceFile(path) as ts.SourceFile
    const all = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return all
      .filter((diagnostic) => !(/\.jsx?$/.test(path) && isLoose(diagnostic)))
      .map(({ start = 0, messageText }) => {
        const at = line + source.getLineAndCharacterOfPosition(start).line
        const name = relative(root, path).replace(/\.\d+\.\w+$/, '')
        return `${name}:${at}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
      })
  })
  return [...faults, ...blocks.filter(({ language }) => language === 'json').flatMap(jsonFault)]
}
