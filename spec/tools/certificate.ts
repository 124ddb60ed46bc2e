import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from 'selfsigned'

const folder = join(process.cwd(), 'node_modules/.cache/visitor-opt-in')
const day = 24 * 60 * 60 * 1000

/** A certificate for the test server, made once and kept for a month; every browser is told to accept it. */
export const certificate = async (): Promise<{ key: string; cert: string }> => {
  const file = join(folder, 'certificate.json')
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { key: string; cert: string; made: number }
    if (Date.now() - kept.made < 30 * day) return kept
  } catch {
    // Not made yet, or half written by another worker: make one.
  }
  const made = await generate([{ name: 'commonName', value: 'example.test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 60 * day),
  })
  const pair = { key: made.private, cert: made.cert }
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify({ ...pair, made: Date.now() }))
  return pair
}
