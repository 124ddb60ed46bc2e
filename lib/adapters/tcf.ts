import { connectPlatform } from '../connect/connectPlatform.js'
import { hearIab } from '../connect/hearIab.js'
import { iabPlugin } from '../connect/iabPlugin.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import { checkOption } from '../connect/readOptions.js'
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
  const { whenNotApplicable = 'approve', purposeOneTreatment = 'deny' } = options
  checkOption('tcf.whenNotApplicable', whenNotApplicable, 'approve or ignore')
  checkOption('tcf.purposeOneTreatment', purposeOneTreatment, 'deny or approve')
  const answer = (data: TcData) => answerOf(data, whenNotApplicable === 'approve', purposeOneTreatment === 'approve')
  let data: TcData | undefined
  let told = (_data: TcData): void => undefined

  const connect = connectPlatform(
    'tcf',
    options,
    { 1: ['aam', 'ecid'], 10: ['aam', 'ecid'] },
    () => data && isFinal(data) && answer(data),
    (look, attempt) =>
      hearIab(
        { name: '__tcfapi', version: [2] },
        (value) => {
          // Which listener it answers is nobody else's business.
          delete (data = { ...(value as TcData) }).listenerId
          look()
          if (isFinal(data)) told(data)
        },
        attempt,
      ),
  )
  return Object.assign<Connector, { readonly iabPlugin: true }>(
    (optIn, report) => {
      if (optIn.isIabContext && optIn.doesOptInApply)
        // ECID asks these two purposes for its two categories, whatever the map says.
        told = iabPlugin(optIn, (data, category) => /^(aam|ecid)$/.test(`${category}`) && ['1', '10'].every(answer(data)))
      return connect(optIn, report)
    },
    { iabPlugin: true },
  )
}

export type { PlatformOptions } from '../connect/readOptions.js'
