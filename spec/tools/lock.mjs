import { readFileSync, writeFileSync } from 'node:fs'
import './typescript.mjs'

// `node spec/tools/lock.mjs` names what the lock lacks; with `--fix` it is written in. Run it after each `npm install`.
const { addressesIn, mendLock, missingFrom } = await import('./lock.ts')
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const faults = [...missingFrom(lock).map(({ place }) => `${place} is missing`), ...addressesIn(lock).map((place) => `${place} holds an address`)]

if (process.argv.includes('--fix')) {
  writeFileSync('package-lock.json', `${JSON.stringify(mendLock(lock), undefined, 2)}\n`)
  console.log(`package-lock.json: ${faults.length} entries mended.`)
} else {
  console.log(faults.join('\n') || 'package-lock.json is complete.')
  process.exitCode = faults.length ? 1 : 0
}
