import { connectPlatform } from '../connect/connectPlatform.js'
import { hearIab } from '../connect/hearIab.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import { choose } from '../connect/readOptions.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

/** What `gpp` can be told; the ids of its `map` are field names, and `applies`, approved wherever a law of the United States applies. */
export interface GppOptions<More extends CategoryMap = NoCategories> extends PlatformOptions<More> {
  /** Whether all that is mapped is approved (default) where the platform says that no law applies, or nothing is decided. */
  readonly whenNotApplicable?: 'approve' | 'ignore' | undefined
}

type Fields = Readonly<Record<string, unknown>>

interface PingData {
  readonly signalStatus?: unknown
  readonly applicableSections: readonly number[]
  readonly parsedSections: Readonly<Record<string, unknown>>
}

// Sections 7 to 27, two letters each after `us`: national (`nat`), then the states.
const STATES = 'nacavacoutctflmtortxdeianenhnjtnmnmdinkyri'

/** The section's fields; one flat object, or after GPP 1.1 a list of segments. */
const fieldsOf = (sections: PingData['parsedSections'], id: number): Fields[] => {
  const name = id === 7 ? 'usnat' : `us${STATES.slice(id * 2 - 14, id * 2 - 12)}`
  const fields = sections[name] as Fields | readonly Fields[] | undefined
  return fields ? [Object.assign({}, ...[fields].flat())] : []
}

const voiceOf = (values: readonly unknown[]): boolean | undefined =>
  // 1 is an opt-out, 2 none, 0 not applicable; a missing field is a right that this law does not know.
  !values.some((value) => value === 1 || value === true) && (values.every((value) => !value || value === 2) || undefined)

/**
 * Takes the opt-outs of the United States from an IAB GPP platform, 1.1.
 *
 * Section 2, Europe's, is IAB TCF: that is what `tcf` is for.
 */
export const gpp = <More extends CategoryMap = NoCategories>(options: GppOptions<More> = {}): Connector => {
  const approvesElsewhere = choose('gpp.whenNotApplicable', ['approve', 'ignore'], options.whenNotApplicable) === 'approve'
  let data: PingData | undefined

    return connectPlatform({
      name: 'gpp',
      options,
      map: {
        SaleOptOut: ['aam', 'adcloud'],
        SharingOptOut: ['aam', 'adcloud'],
        TargetedAdvertisingOptOut: ['aam', 'adcloud'],
        Gpc: ['aam', 'adcloud'],
        applies: ['aa', 'campaign', 'ecid', 'livefyre', 'target', 'mediaaa'],
      },
      find: () => data,
      read: ({ signalStatus, applicableSections, parsedSections }) => {
        if (signalStatus !== 'ready') return
        if (applicableSections.includes(-1)) return approvesElsewhere && (() => true)
        const sections = applicableSections.flatMap((id) => fieldsOf(parsedSections, id))
        return sections.length > 0 && ((field) => voiceOf(sections.flatMap((section) => section[field])))
      },
      subscribe: (heard, failed) =>
        hearIab(
          { name: '__gpp' },
          (value) => {
            data = (value as { pingData?: PingData }).pingData ?? data
            heard()
          },
          failed,
        ),
    })
}

export type { PlatformOptions } from '../connect/readOptions.js'
