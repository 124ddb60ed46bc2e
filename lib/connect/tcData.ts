import type { Answer } from './toDecision.js'

type Flags = Readonly<Record<string, unknown>>

/** What of an IAB TCF platform's data is looked at. */
export interface TcData {
  readonly tcString?: unknown
  readonly gdprApplies?: unknown
  readonly eventStatus?: unknown
  readonly cmpStatus?: unknown
  readonly purposeOneTreatment?: unknown
  listenerId?: unknown
  readonly purpose: { readonly consents: Flags }
  readonly vendor: { readonly consents: Flags; readonly disclosedVendors?: Flags | undefined }
  readonly publisher?: { readonly restrictions?: Readonly<Record<string, Flags | undefined>> | undefined } | undefined
}

/** Adobe's number in the IAB's list of vendors. */
const ADOBE = 565

/**
 * Whether the data is an answer: the visitor's, or that the GDPR does not apply.
 *
 * While the banner is on the screen (`cmpuishown`) it carries an earlier choice, or none.
 */
export const isFinal = ({ gdprApplies, eventStatus, cmpStatus }: TcData): boolean =>
  gdprApplies === false ||
  (gdprApplies === true && cmpStatus !== 'error' && (eventStatus === 'tcloaded' || eventStatus === 'useractioncomplete'))

/** Answers, purpose by purpose, what Adobe may do; `undefined` for what is to be left alone. */
export const answerOf = (data: TcData, approvesElsewhere: boolean, approvesUnasked: boolean): Answer => {
  // There the lists may be missing.
  if (data.gdprApplies === false) return () => approvesElsewhere || undefined
  const { purpose, vendor, publisher } = data
  const disclosed = vendor.disclosedVendors ?? {}
  // TCF 2.2 discloses no vendors; under 2.3 one that was not disclosed was not consented to.
  const mayAdobe = vendor.consents[ADOBE] === true && (disclosed[ADOBE] === true || !Object.keys(disclosed).length)
  return (id) =>
    mayAdobe &&
    // 0: the publisher allows nobody, or not this vendor, to do it.
    publisher?.restrictions?.[id]?.[ADOBE] !== 0 &&
    (purpose.consents[id] === true || (id === '1' && data.purposeOneTreatment === true && approvesUnasked))
}
