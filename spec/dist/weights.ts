/** One thing that has a weight to hold: how it is bundled and how many bytes it may have. */
export interface Weighed {
  /** What a page imports, or the file it loads. */
  readonly name: string
  /** The source file below `lib`, without its ending. */
  readonly entry: string
  readonly ceiling: number
  readonly format: 'es' | 'iife'
  /** An entry that the page has anyway, as a file of its own: what that one contains is not counted here. */
  readonly onTopOf?: string | undefined
  /** What the page takes from the same entry anyway: it stands in the same bundle, and this is what the bundle grows by. */
  readonly besides?: string | undefined
}

const asModule = (name: string, entry: string, ceiling: number, onTopOf?: string): Weighed => ({ name, entry, ceiling, format: 'es', onTopOf })
const asScript = (name: string, entry: string, ceiling: number): Weighed => ({ name: `dist/${name}.global.js`, entry, ceiling, format: 'iife' })

const ceilings: Readonly<Record<string, number>> = {
  'adapters/gpp': 940,
  'adapters/tcf': 1_340,
}
const connector = (entry: string): Weighed =>
  entry.startsWith('bridges/') ? asModule(`visitor-opt-in/${entry}`, entry, 600) : asScript(entry, entry, ceilings[entry] ?? 740)

/**
 * The ceilings: brotli (quality 11) of the minified file, in bytes.
 *
 * The plan was lower for some (see docs/house.md, “Weights”); these may only go down.
 */
export const weightsToHold = (connectors: readonly string[]): Weighed[] => [
  asModule('visitor-opt-in', 'index', 5_340),
  asScript('opt-in', 'global', 7_140),
  asScript('stub', 'commands/stub', 250),
  asScript('gate', 'gate/cookieGate', 4_170),
  { name: 'requestGate, on top of cookieGate', entry: 'gate/index', ceiling: 5_340, format: 'es', besides: 'gate/cookieGate' },
  asModule('visitor-opt-in/commands', 'commands/index', 1_790, 'index'),
  ...connectors.map(connector),
  asModule('what the modules of the adapters share', 'connect/connectPlatform', 710, 'index'),
  asModule('visitor-opt-in/react', 'react', 500),
  asModule('visitor-opt-in/server', 'server', 3_160),
  asModule('the Tags extension: its library', 'extension/library', 12_720),
]

/** One weighed entry. */
export interface Weight {
  readonly name: string
  readonly bytes: number
  readonly ceiling: number
  /** What it is made of, below `lib`. */
  readonly files: readonly string[]
}

/** The weights as a table to be read, in units of 1 000 bytes. */
export const weightsTable = (weights: readonly Omit<Weight, 'files'>[]): string => {
  const width = Math.max(...weights.map(({ name }) => name.length))
  const kilo = (bytes: number) => (bytes / 1000).toFixed(3).padStart(6)
  const line = ({ name, bytes, ceiling }: Omit<Weight, 'files'>) =>
    `${name.padEnd(width)}  ${kilo(bytes)} of ${kilo(ceiling)} kB${bytes > ceiling ? `  ${bytes - ceiling} bytes too heavy` : ''}`
  return weights.map(line).join('\n')
}
