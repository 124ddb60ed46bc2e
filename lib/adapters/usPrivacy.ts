import { connectPlatform } from '../connect/connectPlatform.js'
import { hearIab } from '../connect/hearIab.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

const ANSWERS: Readonly<Record<string, boolean>> = { Y: false, y: false, N: true, n: true }

/**
 * Takes the opt-out of sale from the IAB's US Privacy string; its one id is `sale`, denied when the visitor opted out.
 *
 * `__uspapi` has no event: it is read when the page is seen again, and by a slow clock.
 */
export const usPrivacy = <More extends CategoryMap = NoCategories>(options: PlatformOptions<More> = {}): Connector => {
  let text: string | undefined
  return connectPlatform(
    'usPrivacy',
    options,
    { sale: ['aam', 'adcloud'] },
    // Version, notice given, opted out of sale, LSPA; `1---` where the law does not apply.
    () => (text ? (id) => (id === 'sale' ? text === '1---' || ANSWERS[text![2]!] : undefined) : undefined),
    (look, attempt) => {
      let last: unknown
      return hearIab(
        { name: '__uspapi', version: [1], read: 'getUSPData' },
        (data) => {
          text = (data as { uspString?: string }).uspString
          if (last !== (last = text)) look()
        },
        attempt,
      )
    },
  )
}

export type { PlatformOptions } from '../connect/readOptions.js'
