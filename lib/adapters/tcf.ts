import { connectPlatform } from '../connect/connectPlatform.js'
import { hearIab } from '../connect/hearIab.js'
import { iabPlugin } from '../connect/iabPlugin.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import { choose } from '../connect/readOptions.js'
import type { TcData } from '../connect/tcData.js'
import { answerOf, isFinal } from '../connect/tcData.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

/** What `tcf` can be told; the ids of its `map` are purpose numbers, each asked together with vendor 565, Adobe. */
export interface TcfOptions<More extends CategoryMap = NoCategories> extends PlatformOptions<More> {
  /** Whether all that is mapped is approved (default) where the GDPR does not apply, or nothing is decided. */
  readonly whenNotApplicable?: 'approve' | 'ignore' | undefined
  /** What purpose 1 counts where the law of the publisher's country has it not asked for. Default `'deny'`. */
  readonly purposeOneTreatment?: 'deny' | 'approve' | undefined
}

/**
 * Takes decisions from an IAB TCF platform, 2.2 or 2.3, of this page or of a frame above.
 *
 * With `isIabContext` it also answers Adobe's libraries, as ECID's plugin `iabPlugin`.
 */
export const tcf = <More extends CategoryMap = NoCategories>(
  options: TcfOptions<More> = {},
): Connector & { readonly iabPlugin: true } => {
  const approvesElsewhere = choose('tcf.whenNotApplicable', ['approve', 'ignore'], options.whenNotApplicable) === 'approve'
  const approvesUnasked = choose('tcf.purposeOneTreatment', ['deny', 'approve'], options.purposeOneTreatment) === 'approve'
  const read = (data: TcData) => isFinal(data) && answerOf(data, approvesElsewhere, approvesUnasked)
  let data: TcData | undefined

  return Object.assign(
    connectPlatform({
      name: 'tcf',
      options,
      map: { 1: ['aam', 'ecid'], 10: ['aam', 'ecid'] },
      find: () => data,
      read,
      subscribe: (heard, failed, optIn) => {
        const tell =
          optIn.isIabContext && optIn.doesOptInApply
            ? // ECID asks these two purposes for its two categories, whatever the map says.
              iabPlugin(
                optIn,
                (data: TcData, category) =>
                  ['aam', 'ecid'].includes(`${category}`) &&
                  ['1', '10'].every((id) => answerOf(data, approvesElsewhere, approvesUnasked)(id)),
              )
            : () => {}
        return hearIab(
          { name: '__tcfapi', version: 2 },
          (value) => {
            data = { ...(value as TcData) }
            delete data.listenerId
            heard()
            if (isFinal(data)) tell(data)
          },
          failed,
        )
      },
    }),
    { iabPlugin: true } as const,
  )
}

export type { PlatformOptions } from '../connect/readOptions.js'
