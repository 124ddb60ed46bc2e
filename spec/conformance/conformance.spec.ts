/** @jest-environment node */
import differences from './differences.json'
import type { Seen } from './replay.js'
import { replay, traces } from './replay.js'

const COMPARED = ['returned', 'threw', 'status', 'isPending', 'isComplete', 'doesOptInApply', 'permissions', 'isApproved', 'isApprovedAll', 'cookie', 'calls'] as const
type Field = (typeof COMPARED)[number]

interface Difference {
  readonly scenario: string
  readonly reason: string
  readonly records: Readonly<Record<string, readonly string[]>>
}
const deliberate = differences as unknown as readonly Difference[]

// Of an error the wording of the original is the beginning of ours.
const pick = (record: Seen | undefined, field: Field, told: Seen): unknown =>
  field === 'threw' && record?.threw
    ? { type: record.threw.type, message: record.threw.message.slice(0, told.threw?.message.length) }
    : record?.[field]

describe('the recorded behaviour of VisitorAPI 5.5.0', () => {
  it.each(traces.scenarios.map((scenario) => [scenario.name, scenario] as const))('holds in %s', async (name, scenario) => {
    const difference = deliberate.find((one) => one.scenario === name)
    const seen = await replay(scenario)
    const differing: Record<string, Field[]> = {}
    scenario.records.forEach((recorded, at) => {
      // What carries the name of a defect is shown mended in defects.spec.ts.
      if (recorded.touches?.length) return
      for (const field of COMPARED) {
        const mine = pick(seen[at], field, recorded)
        if (difference?.records[at]?.includes(field)) {
          if (!Object.is(JSON.stringify(mine), JSON.stringify(recorded[field]))) (differing[at] ??= []).push(field)
        } else expect({ at, step: scenario.steps[at - 1], [field]: mine }).toEqual({ at, step: scenario.steps[at - 1], [field]: recorded[field] })
      }
    })
    // A difference that is no longer one has no business in the list.
    expect(differing).toEqual(difference?.records ?? {})
  })
})
