import type { TestPage } from '../tools/browser.js'
import { c15t } from './peers/c15t.js'
import { cmpapi } from './peers/cmpapi.js'
import type { Measure } from './peers/comparison.js'
import { comparisonOf } from './peers/comparison.js'
import { bareLoop, bareWrite } from './peers/floors.js'
import { klaro } from './peers/klaro.js'
import type { Findings } from './peers/measure.js'
import { measure } from './peers/measure.js'
import { orejime } from './peers/orejime.js'
import { vanillaCookieConsent } from './peers/vanillaCookieConsent.js'
import { unstored, visitorOptIn } from './peers/visitorOptIn.js'
import type { Row } from './runBenches.js'

const ours = 'visitor-opt-in'
const peers = { 'vanilla-cookieconsent': vanillaCookieConsent, orejime, klaro, c15t, cmpapi }
const others = { unstored, bareWrite, bareLoop }

const times = (figures: Readonly<Record<string, number>>, factor: number) =>
  Object.fromEntries(Object.entries(figures).map(([id, figure]) => [id, figure * factor]))

const measuresOf = ({ bytes, evaluation, decision, question, told, kept }: Findings): Measure[] => [
  ...(['minified', 'gzip', 'brotli'] as const).map((form) => ({
    name: form,
    unit: 'bytes',
    figures: Object.fromEntries(Object.entries(bytes).map(([id, sizes]) => [id, sizes[form]])),
  })),
  { name: 'evaluate and install', unit: 'ms', figures: evaluation },
  { name: 'a decision', unit: 'µs', figures: times(decision, 1_000) },
  {
    name: 'isApproved',
    unit: 'millions a second',
    figures: Object.fromEntries(Object.entries(question).map(([id, milliseconds]) => [id, 1 / milliseconds / 1_000])),
  },
  ...Object.entries(told).map(([count, figures]) => ({
    name: `a decision with ${Number(count).toLocaleString('en').replace(',', ' ')} subscriber${count === '1' ? '' : 's'}`,
    unit: 'µs',
    figures: times(figures, 1_000),
  })),
  { name: 'kept after 1 000 decisions', unit: 'kB', figures: times(kept, 1 / 1_000) },
]

const rowsOf = ({ evaluation, question, paired, kept }: Findings): Row[] => {
  const of = (figures: Readonly<Record<string, number>>, id: string, factor = 1) => (figures[id] ?? NaN) * factor
  const cheapest = Math.min(...Object.entries(peers).map(([id, { isStoring }]) => (isStoring ? of(evaluation, id) : Infinity)))
  const write = of(paired.decision, 'bareWrite', 1_000)
  const loop = of(paired.told, 'bareLoop', 1_000)
  const read = of(question, 'bareWrite', 1_000_000)
  return [
    { name: 'evaluate and install, beside the cheapest peer that stores', ours: of(evaluation, ours), floor: cheapest, unit: 'ms', limit: cheapest / 3 },
    { name: 'a decision, beside the same cookie bare', ours: of(paired.decision, ours, 1_000), floor: write, unit: 'µs', limit: 1.3 * write },
    { name: '10 000 subscribers, storage off, beside a loop with try', ours: of(paired.told, 'unstored', 1_000), floor: loop, unit: 'µs', limit: 2 * loop },
    { name: "isApproved('aa'), beside a property read", ours: of(question, ours, 1_000_000), floor: read, unit: 'ns', limit: 3 * read },
    // Fifty bytes a decision would be one set of permissions that is never let go.
    { name: 'memory kept after 1 000 decisions', ours: of(kept, ours, 1 / 1_000), unit: 'kB', limit: 50 },
  ]
}

/** Ours beside the peers that npm has, and beside what nobody can do without. */
export const peersBench: { title: string; run: (page: TestPage) => Promise<{ table: string; rows: Row[] }> } = {
  title: 'The opt-in object beside its peers',
  run: async (page) => {
    const findings = await measure(page, { [ours]: visitorOptIn, ...peers, ...others }, { decision: [ours, 'bareWrite'], told: ['unstored', 'bareLoop'] })
    return { table: comparisonOf([ours, ...Object.keys(peers)], measuresOf(findings)), rows: rowsOf(findings) }
  },
}
