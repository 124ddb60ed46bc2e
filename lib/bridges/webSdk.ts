import { announce } from '../connect/announce.js'
import type { Needs } from '../connect/translate.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { Needs } from '../connect/translate.js'

/** The Web SDK's function, however it was made. */
export type WebSdkFunction = (command: string, options: Record<string, unknown>) => unknown

/** What needs which categories; what is not named keeps its default. */
export interface WebSdkMap<More extends CategoryMap = NoCategories> {
  /** The one switch of Adobe 1.0. */
  readonly general?: Needs<More>
  /** The purposes of Adobe 2.0, in the shape of XDM: `{ collect: ['aa'], personalize: { content: ['target'] } }`. */
  readonly [purpose: string]: Needs<More> | Readonly<Record<string, Needs<More>>> | undefined
}

/** How the Web SDK is told. */
export interface WebSdkOptions<More extends CategoryMap = NoCategories> {
  /** The name of its function on `window`. Default `'alloy'`. */
  readonly name?: string | undefined
  /** The function itself, where it is not on `window`. */
  readonly sdk?: WebSdkFunction | undefined
  /** The forms in which it is told, all in one call: those that the datastream is set up for. Default `['adobe-1']`. */
  readonly standards?: readonly ('adobe-1' | 'adobe-2' | 'iab-tcf')[] | undefined
  readonly map?: WebSdkMap<More> | undefined
}

interface TcData {
  readonly listenerId: number
  readonly tcString: string
  readonly gdprApplies?: boolean
}

type TcfApi = (command: string, version: number, callback: (data: TcData | null) => void, listenerId?: number) => void

declare const window: { readonly __tcfapi?: TcfApi; readonly [name: string]: unknown }

// Asked anew each time: a platform that has data answers at once, with what it has now.
const tcfEntry = () => {
  let entry: object = []
  window.__tcfapi?.('addEventListener', 2, (data) => {
    window.__tcfapi!('removeEventListener', 2, () => {}, data?.listenerId)
    // Empty before the first choice; where the GDPR does not apply there is none.
    if (data?.tcString) entry = { standard: 'IAB TCF', version: '2.0', value: data.tcString, gdprApplies: data.gdprApplies, gdprContainsPersonalData: true }
  })
  return entry
}

/**
 * Tells Adobe's Web SDK by `setConsent`, once per committed decision; a call that fails is made once more, then reported.
 *
 * A function on `window` that comes late is told when its script has loaded.
 */
export const webSdk = <More extends CategoryMap = NoCategories>({
  name = 'alloy',
  sdk,
  standards = ['adobe-1'],
  map,
}: WebSdkOptions<More> = {}): Connector =>
  Object.assign<Connector, object>((optIn, report) => {
    // Values as they are sent, but for the lists of categories, in whose places the words belong.
    const { general, ...purposes } = {
      collect: ['aa'],
      personalize: { content: ['target'] },
      share: ['aam', 'adcloud'],
      general: ['aam', 'adcloud', 'aa', 'target', 'campaign', 'mediaaa'],
      ...map,
    }
    const translate = (key: string, value: Needs<CategoryMap> | undefined) => {
      if (!value?.some || !key) return value
      // Without an identity the Web SDK can do nothing; a map of the page's own is taken as it stands.
      const isOn = value.some(optIn.isApproved) && (map || optIn.isApproved('ecid'))
      return key !== 'general' ? { val: isOn ? 'y' : 'n' } : isOn ? 'in' : 'out'
    }
    const read = (time?: Date) =>
      (sdk ||= window[name] as WebSdkFunction | undefined) &&
      JSON.stringify(
        standards.flatMap((standard) =>
          standard === 'adobe-1'
            ? { standard: 'Adobe', version: '1.0', value: { general } }
            : standard === 'adobe-2'
              ? { standard: 'Adobe', version: '2.0', value: { ...purposes, metadata: { time } } }
              : tcfEntry(),
        ),
        translate,
      )
    // What holds at that moment, also the second time: an earlier yes must not follow a no. The time by itself is no news.
    const send = async () => sdk!('setConsent', { consent: JSON.parse(read(new Date())!) })
    const say = (message: string) => {
      // An empty list (the platform has no string yet) would be refused.
      message[2] && send().catch(send).catch(report)
    }
    return globalThis.document && announce(optIn, read, say, document)
  }, { map })
