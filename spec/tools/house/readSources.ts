import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import ts from 'typescript'

/** One import of one file: where it leads, inside `lib` or to a package (`npm:react`), and whether it is gone at run time. */
export interface ImportFact {
  readonly to: string
  readonly isType: boolean
}

/** What one source file is seen to do; every name is a path below `lib`, without its ending. */
export interface SourceFacts {
  readonly file: string
  readonly lines: number
  readonly imports: readonly ImportFact[]
  /** Globals that are not of the language itself: `document`, `setTimeout`. */
  readonly globals: readonly string[]
  /** Members of an OptIn that are used. */
  readonly members: readonly string[]
  readonly classes: readonly string[]
  readonly exports: readonly string[]
  readonly undocumented: readonly string[]
  /** What stands there and never should, in words. */
  readonly oddities: readonly string[]
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
}

/** The TypeScript files of a folder, by their path in it. */
export const filesOf = (folder: string): Record<string, string> => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  return Object.fromEntries(names.map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name), 'utf8')]))
}

const programOf = (root: string, files: Record<string, string>): ts.Program => {
  const host = ts.createCompilerHost(options)
  const given = new Map(Object.entries(files).map(([name, text]) => [join(root, name), text]))
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (path) => given.has(path) || fileExists(path)
  host.readFile = (path) => given.get(path) ?? readFile(path)
  host.getSourceFile = (path, ...rest) => {
    const text = given.get(path)
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  }
  return ts.createProgram([...given.keys()], options, host)
}

const isTypeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(node)) {
    const named = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : undefined
    return node.isTypeOnly || Boolean(named?.length && named.every((element) => element.isTypeOnly))
  }
  const clause = node.importClause
  if (!clause || clause.isTypeOnly) return Boolean(clause)
  const named = clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : undefined
  return !clause.name && Boolean(named?.length && named.every((element) => element.isTypeOnly))
}

const target = (file: string, specifier: string): string =>
  specifier.startsWith('.') ? posix.join(dirname(file).split(sep).join('/'), specifier).replace(/\.js$/, '') : `npm:${specifier}`

// `export const a = …` is exported as a statement, its name stands in the declaration.
const namesOf = (statement: ts.Statement): string[] => {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  const { name } = statement as ts.Statement & { name?: ts.Identifier }
  return name ? [name.text] : []
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) && Boolean(ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))

const isLanguage = (fileName: string) => /[\\/]lib\.(es|decorators)[^\\/]*\.d\.ts$/.test(fileName)

const ambientName = (checker: ts.TypeChecker, node: ts.Identifier): string | undefined => {
  const isMember = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node
  if (isMember || ts.isPartOfTypeNode(node) || ts.isPropertyAssignment(node.parent) && node.parent.name === node) return undefined
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node)
  if (node.text === 'globalThis') return node.text
  const places = symbol?.declarations?.map((declaration) => declaration.getSourceFile()) ?? []
  const isGlobal = places.length > 0 && places.every((file) => file.isDeclarationFile && !ts.isExternalModule(file))
  return isGlobal && !places.some(({ fileName }) => isLanguage(fileName)) ? node.text : undefined
}

const memberOfOptIn = (checker: ts.TypeChecker, node: ts.Node): string | undefined => {
  const name = ts.isPropertyAccessExpression(node) ? node.name : ts.isBindingElement(node) ? (node.propertyName ?? node.name) : undefined
  if (!name || !ts.isIdentifier(name)) return undefined
  const owner = ts.isPropertyAccessExpression(node) ? node.expression : node.parent
  const type = checker.getTypeAtLocation(owner)
  const property = checker.getPropertyOfType(type, name.text)
  const isOfOptIn = property?.declarations?.some(({ parent }) => ts.isInterfaceDeclaration(parent) && parent.name.text === 'OptIn')
  return isOfOptIn ? name.text : undefined
}

const isRuntimeStatement = (node: ts.Node): boolean =>
  ts.isSourceFile(node.parent) &&
  !ts.isInterfaceDeclaration(node) &&
  !ts.isTypeAliasDeclaration(node) &&
  !((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && isTypeOnly(node)) &&
  node.kind !== ts.SyntaxKind.EndOfFileToken

const oddityOf = (node: ts.Node, file: string): string | undefined => {
  if (file === 'types.ts' && node.parent && isRuntimeStatement(node)) return 'code in the dictionary of types'
  if (ts.isEnumDeclaration(node)) return `the enum ${node.name.text}`
  if (ts.isExportAssignment(node) && !file.startsWith('extension/')) return 'a default export'
  if (ts.isExportDeclaration(node) && !node.exportClause && !node.isTypeOnly) return 'export * of code'
  const called = (ts.isCallExpression(node) || ts.isNewExpression(node)) && node.expression.getText()
  if (called === 'eval' || called === 'Function') return `a call of ${called}`
  return undefined
}

const factsOf = (checker: ts.TypeChecker, source: ts.SourceFile, root: string): SourceFacts => {
  const path = relative(root, source.fileName).split(sep).join('/')
  const imports: ImportFact[] = []
  const globals = new Set<string>()
  const members = new Set<string>()
  const classes: string[] = []
  const oddities: string[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      imports.push({ to: target(path, node.moduleSpecifier.text), isType: isTypeOnly(node) })
    }
    const loaded = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]
    if (loaded) imports.push({ to: target(path, (loaded as ts.StringLiteral).text), isType: false })
    if (ts.isClassLike(node)) classes.push(node.name?.text ?? 'unnamed')
    const ambient = ts.isIdentifier(node) ? ambientName(checker, node) : undefined
    if (ambient) globals.add(ambient)
    const member = memberOfOptIn(checker, node)
    if (member) members.add(member)
    const oddity = oddityOf(node, path)
    if (oddity) oddities.push(oddity)
    ts.forEachChild(node, visit)
  }
  visit(source)
  const exported = source.statements.filter(isExported)
  return {
    file: path.replace(/\.ts$/, ''),
    lines: source.text.trimEnd().split('\n').length,
    imports,
    globals: [...globals].sort(),
    members: [...members].sort(),
    classes,
    exports: exported.flatMap(namesOf),
    undocumented: exported.filter((statement) => !ts.getJSDocCommentsAndTags(statement).length).flatMap(namesOf),
    oddities,
  }
}

/** Reads the files of a library with the compiler, and tells of each what it does. */
export const readSources = (root: string, files: Record<string, string>): SourceFacts[] => {
  const program = programOf(root, files)
  const checker = program.getTypeChecker()
  const sources = Object.keys(files).map((name) => program.getSourceFile(join(root, name)) as ts.SourceFile)
  return sources.map((source) => factsOf(checker, source, root))
}
