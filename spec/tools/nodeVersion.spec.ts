/** @jest-environment node */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Runs the check in a Node that says it is of the given version. */
const startAs = (version: string) => {
  const code = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } }); import('./spec/tools/nodeVersion.mjs').then(() => console.log('goes on'))`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' })
  return { status, text: stdout + stderr }
}

it.each(['18.20.4', '20.9.0'])('a program of ours refuses Node %s at once and says what it needs', (version) => {
  const { status, text } = startAs(version)
  expect(status).toBe(1)
  expect(text).toMatch(`This needs Node 20.19 or later; this is Node ${version}.`)
  expect(text).not.toMatch('goes on')
})

it.each(['20.19.0', '22.0.0', '26.1.0'])('a program of ours goes on with Node %s', (version) => {
  expect(startAs(version)).toMatchObject({ status: 0, text: 'goes on\n' })
})

it('npm says the same at the install', () => {
  const { devEngines } = JSON.parse(readFileSync('package.json', 'utf8')) as { devEngines: { runtime: object } }
  expect(devEngines.runtime).toEqual({ name: 'node', version: '>=20.19', onFail: 'error' })
})
