import { parseCookie } from 'cookie'
import { readPermissions } from '../../lib/server.js'

const config = { doesOptInApply: true, isOptInStorageEnabled: true } as const
const names = ['aam', 'adcloud', 'aa', 'campaign', 'ecid', 'livefyre', 'target', 'mediaaa']
const decision = (choice: number) =>
  `adobeujs-optin=${encodeURIComponent(JSON.stringify(Object.fromEntries(names.map((name, at) => [name, (choice >> at) % 2 === 0]))))}`

// What a browser sends to a shop that measures, tests and advertises.
const others = [
  'AMCV_8F99160E571FC0427F000101%40AdobeOrg=179643557%7CMCIDTS%7C19700%7CMCMID%7C12345678901234567890123456789012345678%7CMCAAMLH-1702600000%7C6%7CMCOPTOUT-1702000000s%7CNONE%7CvVersion%7C5.5.0',
  'AMCVS_8F99160E571FC0427F000101%40AdobeOrg=1',
  's_cc=true',
  's_sq=%5B%5BB%5D%5D',
  's_ppv=home%2C45%2C45%2C900',
  'mbox=session#7ff4e2a1c0d94a1b8c1e1f0a3b6d9e11#1702001860|PC#7ff4e2a1c0d94a1b8c1e1f0a3b6d9e11.37_0#1765244860',
  'mboxEdgeCluster=37',
  'at_check=true',
  '_ga=GA1.2.1234567890.1700000000',
  '_ga_ABCDEF1234=GS1.1.1702000000.3.1.1702000100.60.0.0',
  '_gcl_au=1.1.1234567890.1700000000',
  '_fbp=fb.1.1700000000000.1234567890',
  'OptanonAlertBoxClosed=2023-12-04T10:00:00.000Z',
  'OptanonConsent=isGpcEnabled=0&datestamp=Mon+Dec+04+2023+11%3A00%3A00+GMT%2B0100&version=202310.1.0&isIABGlobal=false&consentId=0b5e4d3c-2b1a-4f6e-9d8c-7b6a5f4e3d2c&interactionCount=1&groups=C0001%3A1%2CC0002%3A1%2CC0003%3A0',
  'session=s%3AqLz7G6m1xv0y3kZ2h9B5c8D4f1n6R7tU.Z0bq7h3dE2mV5c1xN8y4L6p9wQ0s',
  'csrf=3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c',
  'lang=en',
  'cart=%5B%7B%22sku%22%3A%22A-1%22%2C%22n%22%3A2%7D%5D',
]

/** A header of about this many characters, with one of 256 decisions in it. */
const header = (length: number, choice: number) => {
  const cookies = [...others, decision(choice)]
  let total = cookies.join('; ').length
  for (let at = 0; total < length; at++) {
    const more = `exp_${at}=${(at * 2654435761).toString(16)}-variant-${at % 7}`
    cookies.push(more)
    total += more.length + 2
  }
  return cookies.join('; ')
}

/** Microseconds a call takes, undisturbed: the best of many rounds over all inputs. */
const time = (inputs: readonly string[], work: (input: string) => unknown, rounds = 200) => {
  let best = Infinity
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    for (const input of inputs) work(input)
    best = Math.min(best, performance.now() - start)
  }
  return (best * 1_000) / inputs.length
}

const read = (input: string) => readPermissions(input, config)
const SMALL = 20_000
const MEGA = 1_000_000
// What a busy machine adds to the median of several rounds; a time that grew with the square would be fifty times the line.
const NOISE = 1.3

/** The middle one of nine rounds: a header of 1 MB, and the line through one of 20 kB measured in the same round. */
const againstLine = (name: string, make: (length: number) => string) => {
  const [small, mega] = [make(SMALL), make(MEGA)]
  const rounds = Array.from({ length: 9 }, () => ({ floor: (time([small], read) / SMALL) * MEGA, ours: time([mega], read, 25) }))
  const { ours, floor } = rounds.sort((one, other) => one.ours / one.floor - other.ours / other.floor)[4]!
  return { name, ours, floor, unit: 'µs', limit: NOISE * floor }
}

const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length)
const hostile: Record<string, (length: number) => string> = {
  'one long value': (length) => `adobeujs-optin=${fill('%7B', length)}`,
  'our name again and again': (length) => fill(`${decision(0)}; `, length),
  'our name in every value': (length) => fill('a=adobeujs-optin=visitor-opt-in=; ', length),
  'our name without an end': (length) => fill('adobeujs-optin=', length),
  'blanks before our name': (length) => `${fill(' ', length)}adobeujs-optin=1`,
  'semicolons': (length) => fill(';', length),
  'deep JSON': (length) => `adobeujs-optin=${fill('[', length)}`,
}

/** `floor` is what it is compared with, `limit` the most that ours may be. */
export const serverBench: { title: string; run: () => Promise<{ name: string; ours: number; floor: number; unit: string; limit: number }[]> } = {
  title: 'readPermissions on a server',
  run: async () => {
    const typical = Array.from({ length: 256 }, (_, choice) => header(2_000, choice))
    const parsed = time(typical, parseCookie)
    return [
      { name: 'a typical header of 2 kB, against the package `cookie`', ours: time(typical, read), floor: parsed, unit: 'µs', limit: parsed / 3 },
      againstLine('a header of 1 MB, against the line through 20 kB', (length) => header(length, 1)),
      ...Object.entries(hostile).map(([shape, make]) => againstLine(`a hostile header of 1 MB: ${shape}`, make)),
    ]
  },
}
