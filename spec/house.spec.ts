/** @jest-environment node */
import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { faultsOfForm, faultsOfNames, faultsOfRooms, filesWithoutSpec, ringsOf, undocumentedOf } from './tools/house/faults.js'
import { filesOf, readSources } from './tools/house/readSources.js'

const sources = readSources(join(process.cwd(), 'lib'), filesOf('lib'))
const specs = readdirSync('spec', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.spec\.tsx?$/.test(name))
  .map((name) => name.split(sep).join('/'))

describe('the house', () => {
  it('is read whole', () => {
    expect(sources.length).toBeGreaterThan(30)
  })

  it('has rooms that import, touch and use only what the table allows', () => {
    expect(faultsOfRooms(sources)).toEqual([])
  })

  it('has no ring of imports', () => {
    expect(ringsOf(sources)).toEqual([])
  })

  it('has short files, flat connector rooms, and no class but the error', () => {
    expect(faultsOfForm(sources)).toEqual([])
  })

  it('has a top that stays as it is', () => {
    const known = ['README.md', 'CHANGELOG.md', 'LICENSE', 'package.json', 'package-lock.json', 'tsconfig.json', 'rollup.config.mjs']
    const folders = ['lib', 'spec', 'demo', 'docs', '.ci']
    const ignored = ['.git', '.gitignore', '.npmrc', 'node_modules', 'dist', 'coverage']
    const unknown = readdirSync('.').filter((name) => ![...known, ...folders, ...ignored].includes(name) && !name.endsWith('.tgz'))
    expect(unknown).toEqual([])
  })

  it('has names that say something', () => {
    expect(faultsOfNames(sources)).toEqual([])
  })

  it('has a docstring on each export', () => {
    expect(undocumentedOf(sources)).toEqual([])
  })

  it('has a spec for each file, where it mirrors it', () => {
    expect(filesWithoutSpec(sources, specs)).toEqual([])
  })
})
