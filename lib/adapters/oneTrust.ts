/*
 * OneTrust, after its “Web CMP Events Guide” and Segment's wrapper for it (analytics-next). Its oddities:
 * - `OnetrustActiveGroups`, `',C0001,C0003,'`, is filled with the regime's defaults before anybody chose.
 * - `OneTrust` may stand there early, as configuration without functions.
 * - `OneTrustGroupsUpdated` comes on every load too; `OTConsentApplied` later than the choice.
 * - Whether the banner counts as closed may be known only after the event, so it is read once more after it.
 * - Where the model is opt-out or notice only, or no banner is configured, nobody is asked: the groups are the answer.
 */
import { connectPlatform } from '../connect/connectPlatform.js'
import { listen } from '../connect/listen.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { PlatformOptions }

interface OneTrust {
  IsAlertBoxClosed(): unknown
  GetDomainData(): { readonly ShowAlertNotice?: unknown; readonly ConsentModel?: { readonly Name?: unknown } }
}

const page = globalThis as {
  readonly OneTrust?: OneTrust
  readonly OnetrustActiveGroups?: unknown
  readonly OptanonActiveGroups?: unknown
}

const asksNobody = ({ ShowAlertNotice, ConsentModel }: ReturnType<OneTrust['GetDomainData']>) =>
  ShowAlertNotice === false || /^(opt-out|notice only)$/i.test(`${ConsentModel?.Name}`)

/** Takes the visitor's choice from OneTrust (CookiePro, Optanon). */
export const oneTrust = <More extends CategoryMap = NoCategories>(options: PlatformOptions<More> = {}): Connector =>
  connectPlatform(
    'oneTrust',
    options,
    { C0002: ['aa', 'mediaaa'], C0003: 'target', C0004: ['aam', 'adcloud', 'campaign'], C0005: 'livefyre' },
    (event) => {
      const { OneTrust, OnetrustActiveGroups, OptanonActiveGroups } = page
      if (typeof OneTrust?.IsAlertBoxClosed !== 'function') return undefined
      const told = (event as CustomEvent | undefined)?.detail ?? OnetrustActiveGroups ?? OptanonActiveGroups
      const groups = typeof told === 'string' ? told.split(',') : told
      return (
        Array.isArray(groups) &&
        (OneTrust.IsAlertBoxClosed() === true || asksNobody(OneTrust.GetDomainData())) &&
        ((id) => groups.includes(id))
      )
    },
    (look) =>
      listen(['OneTrustGroupsUpdated', 'OTConsentApplied'], (event) => {
        look(event)
        setTimeout(look)
      }),
  )
