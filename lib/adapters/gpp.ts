import { connectPlatform } from '../connect/connectPlatform.js'
import { hearIab } from '../connect/hearIab.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import { checkOption } from '../connect/readOptions.js'
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
  readonly parsedSections: Readonly<Record<string, Fields | readonly Fields[] | undefined>>
}

// Sections 7 to 27, two letters each after `us`: national (`nat`), then the states.
const STATES = 'nacavacoutctflmtortxdeianenhnjtnmnmdinkyri'

const sectionName = (id: number) => (id === 7 ? 'usnat' : `us${STATES.slice(id * 2 - 14, id * 2 - 12)}`)

const voiceOf = (values: readonly unknown[]): boolean | undefined =>
  // 1 is an opt-out, 2 none, 0 not applicable; a missing field is a right that this law does not know.
  !values.includes(1) && !values.includes(true) && (values.every((value) => !value || value === 2) || undefined)

/**
 * Takes the opt-outs of the United States from an IAB GPP platform, 1.1.
 *
 * Section 2, Europe's, is IAB TCF: that is what `tcf` is for.
 */
export const gpp = <More extends CategoryMap = NoCategories>(options: GppOptions<More> = {}): Connector => {
  const { whenNotApplicable = 'approve' } = options
  checkOption('gpp.whenNotApplicable', whenNotApplicable, 'approve or ignore')
  let data: PingData | undefined

  return connectPlatform(
    'gpp',
    options,
    {
      SaleOptOut: ['aam', 'adcloud'],
      SharingOptOut: ['aam', 'adcloud'],
      TargetedAdvertisingOptOut: ['aam', 'adcloud'],
      Gpc: ['aam', 'adcloud'],
      applies: ['ecid', 'aa', 'mediaaa', 'target', 'campaign', 'livefyre'],
    },
    () => {
      if (data?.signalStatus !== 'ready') return data && false
      const { applicableSections, parsedSections } = data
      if (applicableSections.includes(-1)) return whenNotApplicable === 'approve' && (() => true)
      // One flat object, or after GPP 1.1 a list of segments.
      const sections = applicableSections.flatMap((id) => parsedSections[sectionName(id)] ?? [])
      return !!sections.length && ((field) => voiceOf(sections.flatMap((section) => section[field])))
    },
    (look, attempt) =>
      hearIab(
        { name: '__gpp', version: [] },
        (value) => {
          data = (value as { pingData?: PingData }).pingData
          look()
        },
        attempt,
      ),
  )
}

export type { PlatformOptions } from '../connect/readOptions.js'
