import { announce } from '../connect/announce.js'
import type { SwitchMap } from '../connect/translate.js'
import { translate } from '../connect/translate.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { Needs, SwitchMap } from '../connect/translate.js'

/** How Microsoft's UET tag is told. */
export interface MicrosoftUetOptions<More extends CategoryMap = NoCategories> {
  /** Which categories turn on its one switch: `{ ad_storage: ['adcloud'] }`. */
  readonly map?: SwitchMap<'ad_storage', More> | undefined
  /** The value of the `default` command, which is `denied`; `false` sends no default, for a page that has it in its own code. */
  readonly defaults?: { readonly ad_storage: 'granted' | 'denied' } | false | undefined
}

declare const window: { uetq?: { push(...words: unknown[]): unknown } }

// Once the tag has loaded, `uetq` is another object: it is asked for anew each time.
const send = (command: string, values: object) => (window.uetq ??= []).push('consent', command, values)

/** Tells Microsoft's UET tag: the `default` at once, an `update` at every committed change. */
export const microsoftUet = <More extends CategoryMap = NoCategories>({
  map,
  defaults = { ad_storage: 'denied' },
}: MicrosoftUetOptions<More> = {}): Connector =>
  Object.assign<Connector, object>((optIn) => {
    if (!globalThis.document) return
    const switches = { ad_storage: ['adcloud', 'aam'], ...map }
    if (defaults) send('default', defaults)
    return announce(
      optIn,
      () => translate(switches, optIn.isApproved),
      (message) => send('update', JSON.parse(message)),
    )
  }, { map })
