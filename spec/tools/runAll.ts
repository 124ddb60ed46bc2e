import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserName } from './drivers/types.js'
import { ensureBrowsers } from './ensureBrowsers.js'
import { addressesIn, missingFrom } from './lock.js'
import { surroundings } from './surroundings.js'
import type { JestReport, Step } from './totals.js'
import { addTotals, totalsOfJest } from './totals.js'

const run = (command: string, args: readonly string[]): Promise<number | undefined> =>
  new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const child = spawn(command, args, { stdio: 'inherit', env })
    child.on('error', () => resolve(undefined))
    child.on('exit', (code) => resolve(code ?? 1))
  })

const quietly = (args: readonly string[]): Promise<{ passed: boolean; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args)
    const output: string[] = []
    child.stdout.on('data', (text) => output.push(String(text)))
    child.stderr.on('data', (text) => output.push(String(text)))
    child.on('error', (error) => resolve({ passed: false, output: String(error) }))
    child.on('close', (code) => resolve({ passed: code === 0, output: output.join('') }))
  })

const report = (title: string, passed: boolean, output = ''): Step => {
  console.log(`${passed ? 'passed' : 'FAILED'}  ${title}`)
  if (!passed) console.log(output.trimEnd())
  return { title, passed }
}

const check = async (title: string, ...args: string[]): Promise<Step> => {
  const { passed, output } = await quietly(args)
  return report(title, passed, output)
}

const browsersOfSpecs = (): BrowserName[] => {
  const files = readdirSync('spec', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.browser.spec.ts'))
  const text = files.map((name) => readFileSync(join('spec', name), 'utf8')).join('\n')
  return (['chromium', 'firefox', 'webkit'] as const).filter((name) => text.includes(`'${name}'`))
}

const findBrowsers = async (): Promise<Step> => {
  const isRoot = process.getuid?.() === 0
  const hasApt = existsSync('/usr/bin/apt-get')
  const names = browsersOfSpecs()
  const advice = await ensureBrowsers(names, { ...surroundings, isRoot, hasApt, run, log: console.log })
  return report(`browsers: ${names.join(', ')}`, !advice.length, advice.join('\n'))
}

const checkLock = (): Step => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const faults = [...missingFrom(lock).map(({ place }) => place), ...addressesIn(lock)]
  return report('lock file', !faults.length, `Run \`node spec/tools/lock.mjs --fix\`: ${faults.join(', ')}`)
}

const runSpecs = async (projects: readonly string[]): Promise<JestReport | undefined> => {
  const folder = mkdtempSync(join(tmpdir(), 'specs-'))
  const outputFile = join(folder, 'report.json')
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--config', 'spec/jest.config.mjs']
  await run(process.execPath, [...jest, '--json', `--outputFile=${outputFile}`, '--selectProjects', ...projects])
  try {
    return JSON.parse(readFileSync(outputFile, 'utf8')) as JestReport
  } catch {
    // Jest ended before it could write: that is a failure of its own.
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const tsc = 'node_modules/typescript/bin/tsc'

/** Runs every check there is; its last line is `N passed, N failed`, and it gives whether all passed. */
export const runAll = async (): Promise<boolean> => {
  const browsers = await findBrowsers()
  const build = check('build', 'node_modules/rollup/dist/bin/rollup', '-c', '--silent')
  const steps = await Promise.all([
    browsers,
    checkLock(),
    build,
    // The build empties `dist` first.
    build.then(() => check('Tags extension', 'spec/tools/extension.mjs')),
    check('types', tsc, '--noEmit'),
    check('types of the core, without the DOM', tsc, '--noEmit', '-p', 'spec/types/tsconfig.core.json'),
    check('lint', 'node_modules/eslint/bin/eslint.js', '--config', 'spec/eslint.config.mjs', '.'),
  ])
  const specs = totalsOfJest(await runSpecs(browsers.passed ? ['unit', 'browser'] : ['unit']))
  const { passed, failed } = addTotals(steps, [specs])
  for (const { title } of steps.filter((step) => !step.passed)) console.log(`FAILED  ${title}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0
}
