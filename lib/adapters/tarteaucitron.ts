/*
 * tarteaucitron. Its oddities:
 * - `tac.root_available` comes just before the stored states are known, `tac.consent_updated` also for services that
 *   wait, and “accept all” answers one service after another; so it is read once its own turn is over.
 * - A service that waits for an answer has no state.
 * - A service may be added at any time; of one that was answered on an earlier page only `<its key>_added` tells.
 * - `serviceDefaultState` other than `wait` is stored like an answer, and cannot be told from one.
 */
import { connectPlatform } from '../connect/connectPlatform.js'
import { byName, kinds } from '../connect/kinds.js'
import { listen } from '../connect/listen.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { PlatformOptions }

interface Tarteaucitron {
  readonly state: Readonly<Record<string, unknown>>
  readonly job?: readonly string[]
  readonly services?: Readonly<Record<string, { readonly type?: string } | undefined>>
}

const page = globalThis as { readonly tarteaucitron?: Tarteaucitron }

/** Takes the visitor's choice from tarteaucitron. */
export const tarteaucitron = <More extends CategoryMap = NoCategories>(options: PlatformOptions<More> = {}): Connector => {
  const { map = kinds } = options
  const mapped = () => Object.keys(map).join('|').split('|')
  return connectPlatform(
    'tarteaucitron',
    options,
    kinds,
    () => {
      if (!page.tarteaucitron?.state) return undefined
      const { state, job = Object.keys(state), services = {} } = page.tarteaucitron
      const asked = job
        .map((key) => [[key, services[key]?.type], state[key]] as const)
        .filter(([names]) => mapped().some((id) => names.includes(id)))
      return asked.every(([, approved]) => approved !== undefined) && byName(asked)
    },
    (look) => {
      const events = () => [
        ...['tac.root_available', 'tac.consent_updated'],
        ...[...mapped(), ...Object.keys(page.tarteaucitron?.services ?? {})].flatMap((id) => [`${id}_added`, `${id}_allowed`, `${id}_disallowed`]),
      ]
      const heard = ({ type }: Event) => {
        // Now its list of services is there; what is listened to already is not heard twice.
        if (type === 'tac.root_available') end = listen(events(), heard)
        queueMicrotask(look)
      }
      let end = listen(events(), heard)
      return () => end()
    },
  )
}
