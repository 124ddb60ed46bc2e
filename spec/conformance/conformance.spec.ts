/** @jest-environment node */
import differences from './differences.json'
import type { Seen } from './replay.js'
import { replay, traces } from './replay.js'

/** Records of the original carry names of defects they show; those are shown mended in defects.spec.ts. */
const compared = ['returned', 'threw', 'status', 'isPending', 'isComplete', 'doesOptInApply', 'permissions', 'isApproved', 'isApprovedAll', 'cookie', 'calls'] as const

type Difference = { readonly scenario: string; readonly from: number; readonly fields?: readonly string[]; readonly reason: string }
const deliberate = differences as readonly Difference[]

const comparable = (record: Seen, fields: readonly (typeof compared)[number][]) =>
  Object.fromEntries(fields.filter((field) => record[field] !== undefined).map((field) => [field, field === 'threw' && record.threw ? { type: record.threw.type } : record[field]]))

describe('the recorded behaviour of VisitorAPI 5.5.0', () => {
  it.each(traces.scenarios.map((scenario) => [scenario.name, scenario] as const))('holds in %s', async (name, scenario) => {
    const seen = await replay(scenario)
    scenario.records.forEach((recorded, at) => {
      const difference = deliberate.find((one) => one.scenario === name && at >= one.from)
      if (recorded.touches?.length || (difference && !difference.fields)) return
      const fields = compared.filter((field) => !difference?.fields?.includes(field))
      const mine = seen[at] as Seen
      expect({ at, step: scenario.steps[at - 1], ...comparable(mine, fields) }).toEqual({ at, step: scenario.steps[at - 1], ...comparable(recorded, fields) })
      if (recorded.threw?.message) expect(mine.threw?.message.startsWith(recorded.threw.message)).toBe(true)
    })
  })
})
