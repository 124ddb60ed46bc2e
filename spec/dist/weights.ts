/** One thing that has a weight to hold: how it is bundled and how many bytes it may have. */
export interface Weighed {
  /** What a page imports, or the file it loads. */
  readonly name: string
  /** The source file below `lib`, without its ending. */
  readonly entry: string
  readonly ceiling: number
  readonly format: 'es' | 'iife'
  /** An entry that the page has anyway: what that one contains is not counted here. */
  readonly onTopOf?: string
}

const own = (name: string, entry: string, ceiling: number): Weighed => ({ name, entry, ceiling, format: 'es' })

// The plan was lower for some (see docs/house.md, “Weights”); these may only go down.
const ceilings: Readonly<Record<string, number>> = {
  'adapters/gpc': 480,
  'adapters/cookiebot': 900,
  'adapters/usPrivacy': 1_300,
  'adapters/usercentrics': 1_340,
  'adapters/gpp': 1_500,
  'adapters/tcf': 1_930,
}

/** The ceilings: brotli (quality 11) of the minified bundle, in bytes. */
export const weightsToHold = (connectors: readonly string[]): Weighed[] => [
  own('visitor-opt-in', 'index', 5_810),
  { name: 'opt-in.global.js', entry: 'global', ceiling: 7_550, format: 'iife' },
  { name: 'stub.global.js', entry: 'commands/stub', ceiling: 250, format: 'iife' },
  own('visitor-opt-in/gate: cookieGate', 'gate/cookieGate', 4_340),
  { ...own('visitor-opt-in/gate: requestGate', 'gate/requests/requestGate', 6_420), onTopOf: 'gate/cookieGate' },
  { ...own('visitor-opt-in/commands', 'commands/index', 1_800), onTopOf: 'index' },
  ...connectors.map((entry) => own(`visitor-opt-in/${entry}`, entry, ceilings[entry] ?? (entry.startsWith('adapters/') ? 1_220 : 600))),
  own('visitor-opt-in/react', 'react', 500),
  own('visitor-opt-in/server', 'server', 3_500),
  own('the Tags extension: its library', 'extension/library', 13_270),
]

/** One weighed entry. */
export interface Weight {
  readonly name: string
  readonly bytes: number
  readonly ceiling: number
}

/** The weights as a table to be read, in units of 1 000 bytes. */
export const weightsTable = (weights: readonly Weight[]): string => {
  const width = Math.max(...weights.map(({ name }) => name.length))
  const kilo = (bytes: number) => (bytes / 1000).toFixed(3).padStart(6)
  const line = ({ name, bytes, ceiling }: Weight) =>
    `${name.padEnd(width)}  ${kilo(bytes)} of ${kilo(ceiling)} kB${bytes > ceiling ? `  ${bytes - ceiling} bytes too heavy` : ''}`
  return weights.map(line).join('\n')
}
