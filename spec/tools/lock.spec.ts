/** @jest-environment node */
import { readFileSync } from 'node:fs'
import type { Lock } from './lock.js'
import { addressesIn, mendLock, missingFrom, platformOf } from './lock.js'

const incomplete = (): Lock => ({
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0', optionalDependencies: { '@a/linux-x64-gnu': '1.0.0', '@a/darwin-arm64': '^1.0.0' } },
    'node_modules/a/node_modules/@a/linux-x64-gnu': { version: '1.0.0', optional: true },
    'node_modules/b': { version: '2.0.0', resolved: 'https://somewhere.example/b.tgz', integrity: 'sha512-b' },
  },
})

describe('the lock of this repository', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock

  it('has an entry for each optional package; `node spec/tools/lock.mjs --fix` writes those that lack', () => {
    expect(missingFrom(lock).map(({ place }) => place)).toEqual([])
  })

  it('names no registry, so that each installs from their own', () => {
    expect(addressesIn(lock)).toEqual([])
  })
})

describe('mending a lock', () => {
  it('finds what is missing, and not what stands beside its owner', () => {
    expect(missingFrom(incomplete())).toEqual([{ name: '@a/darwin-arm64', range: '^1.0.0', place: 'node_modules/@a/darwin-arm64' }])
  })

  it('adds an entry that is installed only where it runs, in order, and keeps the rest', () => {
    const { packages } = mendLock(incomplete())
    expect(packages['node_modules/@a/darwin-arm64']).toEqual({ version: '1.0.0', os: ['darwin'], cpu: ['arm64'], dev: true, optional: true })
    expect(Object.keys(packages)).toEqual([
      '',
      'node_modules/@a/darwin-arm64',
      'node_modules/a',
      'node_modules/a/node_modules/@a/linux-x64-gnu',
      'node_modules/b',
    ])
    expect(packages['node_modules/b']).toEqual({ version: '2.0.0', integrity: 'sha512-b' })
    expect(missingFrom({ packages })).toEqual([])
  })

  it('leaves the lock it was given as it was', () => {
    const lock = incomplete()
    mendLock(lock)
    expect(lock).toEqual(incomplete())
  })

  it.each([
    ['@rollup/rollup-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@rollup/rollup-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@rollup/rollup-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
    ['@unrs/resolver-binding-win32-ia32-msvc', { os: ['win32'], cpu: ['ia32'] }],
    ['fsevents', { os: ['darwin'] }],
    ['plain', {}],
  ])('reads the platform of %s from its name', (name, platform) => {
    expect(platformOf(name)).toEqual(platform)
  })
})
