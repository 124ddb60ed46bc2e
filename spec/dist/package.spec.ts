/** @jest-environment node */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = async (command: string, args: string[], cwd = process.cwd()): Promise<{ stdout: string; failed: boolean }> =>
  promisify(execFile)(command, args, { cwd, maxBuffer: 1e8, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } }).then(
    ({ stdout }) => ({ stdout, failed: false }),
    (error: { stdout?: string; stderr?: string; message: string }) => ({
      stdout: [error.stdout, error.stderr, error.message].join('\n'),
      failed: true,
    }),
  )
const node = (...args: string[]) => run(process.execPath, args)

type Condition = { types: string; default: string }
const { exports: entries, name, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  name: string
  scripts: Record<string, string>
  exports: Record<string, string | { import: Condition; require: Condition }>
}

const connectors = ['adapters', 'bridges'].flatMap((folder) =>
  existsSync(`lib/${folder}`) ? readdirSync(`lib/${folder}`).map((file) => `./${folder}/${file.replace(/\.ts$/, '')}`) : [],
)
/** What a user may import: each entry by name, the starred ones filled with what the folders hold. */
const subpaths = [...Object.keys(entries).filter((path) => !path.includes('*') && path !== './package.json'), ...connectors]

let folder: string
let archive: string
let packed: string[]
let installed: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'package-'))
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  // Under `npm test` npm says where it is, which works on Windows too.
  const npm = process.env.npm_execpath
  const { stdout } = await (npm ? node(npm, ...pack) : run('npm', pack))
  // npm 11 gives the packages by name, npm 10 as a list.
  const [made] = Object.values(JSON.parse(stdout)) as { filename: string; files: { path: string }[] }[]
  archive = join(folder, made?.filename ?? '')
  packed = made?.files.map(({ path }) => path) ?? []
  mkdirSync(join(folder, 'node_modules'))
  await run('tar', ['-xzf', archive, '-C', folder])
  installed = join(folder, 'node_modules', name)
  symlinkSync(join(folder, 'package'), installed, 'junction')
  for (const other of ['tiny-emitter', 'react']) symlinkSync(join(process.cwd(), 'node_modules', other), join(folder, 'node_modules', other), 'junction')
  writeFileSync(join(folder, 'package.json'), '{}')
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package', () => {
  it('holds the built files, the papers, and nothing else', () => {
    const papers = packed.filter((path) => !path.startsWith('dist/'))
    expect(papers.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'])
    expect(packed).toContain('dist/opt-in.global.js')
    expect(packed.filter((path) => /spec|node_modules|\.tgz$|\.zip$/.test(path))).toEqual([])
  })

  it('is built when it is packed, so that a clean clone packs whole', () => {
    expect(scripts.prepack).toMatch(scripts.build ?? '')
  })

  it('has a file for each condition of each entry', () => {
    const targets = subpaths.flatMap((path) => {
      const star = /^\.\/(adapters|bridges)\/(.+)$/.exec(path)
      const entry = entries[star ? `./${star[1]}/*` : path]
      const all = typeof entry === 'object' ? [entry.import, entry.require].flatMap((condition) => Object.values(condition)) : [String(entry)]
      return all.map((target) => target.replace('*', star?.[2] ?? '').replace('./', ''))
    })
    expect(targets.length).toBeGreaterThan(60)
    expect(targets.filter((target) => !packed.includes(target))).toEqual([])
  })

  it('tells nothing of the machine it was built on', () => {
    const places = [process.cwd(), 'file://', '/node_modules/', '_resolved']
    const found = packed.filter((path) => {
      const text = readFileSync(join(installed, path), 'utf8')
      return places.some((place) => text.includes(place)) && !/\.md$/.test(path) && !path.endsWith('.map')
    })
    expect(found).toEqual([])
  })

  it('carries the sources of its source maps, and no path of this machine in them', () => {
    const maps = packed.filter((path) => path.endsWith('.map')).map((path) => ({ path, text: readFileSync(join(installed, path), 'utf8') }))
    const odd = maps.filter(({ text }) => {
      const { sources, sourcesContent } = JSON.parse(text) as { sources: string[]; sourcesContent?: (string | null)[] }
      return text.includes(process.cwd()) || sources.length !== sourcesContent?.filter(Boolean).length
    })
    expect(maps.length).toBeGreaterThan(60)
    expect(odd.map(({ path }) => path)).toEqual([])
  })

  it('gives the same names to import and to require', async () => {
    const list = JSON.stringify(subpaths.map((path) => join(name, path).split('\\').join('/')))
    const code = `
      import { createRequire } from 'node:module'
      const require = createRequire(import.meta.url)
      const names = (made) => Object.keys(made).filter((name) => name !== 'default' && name !== 'module.exports').sort().join()
      const answers = {}
      for (const path of ${list}) {
        const [one, other] = [names(await import(path)), names(require(path))]
        answers[path] = one === other ? one : 'import: ' + one + '; require: ' + other
      }
      const { OptInError } = await import('${name}')
      answers.errors = OptInError.name
      console.log(JSON.stringify(answers))`
    writeFileSync(join(folder, 'use.mjs'), code)
    const { stdout, failed } = await node(join(folder, 'use.mjs'))
    expect(failed && stdout).toBe(false)
    const answers = JSON.parse(stdout) as Record<string, string>
    expect(answers[name]).toBe('Categories,OptInError,createOptIn')
    expect(Object.entries(answers).filter(([, names]) => names.includes('import: ') || !names)).toEqual([])
    for (const path of connectors) expect([path, answers[`${name}${path.slice(1)}`]]).toEqual([path, path.split('/').pop()])
  })

  it('is clean to publint', async () => {
    const { stdout, failed } = await node('node_modules/publint/src/cli.js', 'run', archive, '--strict')
    expect(failed && stdout).toBe(false)
    expect(stdout).toMatch('All good!')
  })

  it('has types that are right for every way to import it', async () => {
    const attw = ['node_modules/@arethetypeswrong/cli/dist/index.js', archive, '--format', 'ascii', '--no-emoji', '--no-definitely-typed']
    const { stdout, failed } = await node(...attw, '--exclude-entrypoints', './dist', '--include-entrypoints', ...connectors)
    expect(failed && stdout).toBe(false)
    for (const way of ['node10: OK', 'node16 (from CJS): OK', 'node16 (from ESM): OK', 'bundler: OK']) {
      expect(stdout.split(way).length - 1).toBeGreaterThanOrEqual(subpaths.length - 1)
    }
  }, 60_000)
})
