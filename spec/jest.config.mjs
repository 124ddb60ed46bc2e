import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

const resolve = createRequire(import.meta.url).resolve

const rootDir = fileURLToPath(new URL('..', import.meta.url))

const common = {
  rootDir,
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '\\.tsx?$': resolve('./tools/transform.cjs') },
  // A source file comes before a program of the same name.
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  // Build output and dependencies are never specs.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
}

export default {
  rootDir,
  // A busy machine takes its time; a spec that waits for what does not come says so itself, before.
  testTimeout: 90_000,
  // Jest leaves one core to itself, which of two is half of the machine; a third browser at a time would win nothing.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  testSequencer: resolve('./tools/sequencer.mjs'),
  globalTeardown: resolve('./tools/teardown.mjs'),
  coverageProvider: 'v8',
  collectCoverageFrom: ['lib/**/*.ts'],
  projects: [
    {
      ...common,
      displayName: 'unit',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/spec/**/*.spec.ts', '<rootDir>/spec/**/*.spec.tsx'],
      testPathIgnorePatterns: [...common.testPathIgnorePatterns, '\\.browser\\.spec\\.ts$'],
    },
    {
      ...common,
      displayName: 'browser',
      testEnvironment: resolve('./tools/environment.mjs'),
      testMatch: ['<rootDir>/spec/**/*.browser.spec.ts'],
    },
  ],
}
