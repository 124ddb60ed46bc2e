/*
 * Usercentrics, versions 2 and 3, after its “Control functionality” page and public typings. Their oddities:
 * - Version 3 (`__ucCmp`) answers everything with a promise, so `if (cmp.isInitialized())` is always true.
 * - Version 2 (`UC_UI`) tells of changes by a window event whose name the site sets up.
 * - Before a choice the services have defaults: a choice is an answer of type EXPLICIT, or that none is required.
 * - SOME_ACCEPTED is no approval of a category; map its services instead.
 */
import { connectPlatform } from '../connect/connectPlatform.js'
import type { Item } from '../connect/kinds.js'
import { byName } from '../connect/kinds.js'
import { listen } from '../connect/listen.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import { checkOption } from '../connect/readOptions.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { PlatformOptions }

/** What the adapter can be told beside what all can. */
export interface UsercentricsOptions<More extends CategoryMap = NoCategories> extends PlatformOptions<More> {
  /** Version 2: the name of the window event set up in its Admin Interface. Default `ucEvent`. */
  readonly event?: string | undefined
}

interface Details {
  readonly required?: unknown
  readonly type?: unknown
  readonly consent?: { readonly type?: unknown }
  readonly services?: Readonly<Record<string, { readonly name?: unknown; readonly consent?: { readonly given?: unknown } }>>
  readonly categories?: Readonly<Record<string, { readonly state?: unknown }>>
}
interface Version3 {
  isInitialized(): Promise<unknown>
  isConsentRequired(): Promise<unknown>
  getConsentDetails(): Promise<Details>
}
interface Version2 {
  isInitialized(): unknown
  isConsentRequired(): unknown
  getServicesBaseInfo(): readonly {
    readonly id: unknown
    readonly name: unknown
    readonly categorySlug: unknown
    readonly consent: { readonly status: unknown }
  }[]
}

const page = globalThis as { readonly __ucCmp?: Version3; readonly UC_UI?: Version2 }
const isExplicit = (type: unknown) => /^explicit$/i.test(`${type}`)
const entries = <Value>(map: Readonly<Record<string, Value>> = {}) => Object.entries(map)
const states: Readonly<Record<string, boolean>> = { ALL_ACCEPTED: true, SOME_ACCEPTED: false, ALL_DENIED: false }

/** Takes the visitor's choice from Usercentrics, version 2 or 3. */
export const usercentrics = <More extends CategoryMap = NoCategories>(
  options: UsercentricsOptions<More> = {},
): Connector => {
  const { event: ownEvent = 'ucEvent' } = options
  checkOption('usercentrics.event', ownEvent, 'the name of a window event', ownEvent && typeof ownEvent === 'string')
  let isChosen = false
  let asked = 0
  return connectPlatform(
    'usercentrics',
    options,
    { functional: ['aa', 'mediaaa', 'target'], marketing: ['aam', 'adcloud', 'campaign'] },
    (event) => {
      const { __ucCmp, UC_UI } = page
      const { required, type, consent, categories, services }: Details = (event as CustomEvent | undefined)?.detail ?? {}
      if (__ucCmp)
        return (
          (isExplicit(consent?.type) || required === false) &&
          byName([
            ...entries(categories).map(([id, { state }]): Item => [[id], states[`${state}`]]),
            ...entries(services).map(([id, { name, consent }]): Item => [[id, name], consent?.given]),
          ])
        )
      if (UC_UI?.isInitialized() !== true) return undefined
      isChosen ||= isExplicit(type)
      return (
        (isChosen || UC_UI.isConsentRequired() === false) &&
        byName(UC_UI.getServicesBaseInfo().map(({ id, name, categorySlug, consent }) => [[id, name, categorySlug], consent.status]))
      )
    },
    (look, _attempt, failed) => {
      const ask = async (event?: Event) => {
        look(event)
        const turn = ++asked
        const cmp = page.__ucCmp
        try {
          if (!cmp || !(await cmp.isInitialized())) return
          const detail = { required: await cmp.isConsentRequired(), ...(await cmp.getConsentDetails()) }
          if (turn === asked) look({ detail })
        } catch (error) {
          failed(error)
        }
      }
      void ask()
      return listen(['UC_UI_INITIALIZED', 'UC_CONSENT', ownEvent], ask)
    },
  )
}
