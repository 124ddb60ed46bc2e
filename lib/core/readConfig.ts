import type { Connector, Report } from '../types.js'
import { checkMap } from './checkMap.js'
import { createReader } from './createReader.js'
import type { CookieSettings } from './permissionCodec.js'
import { readCookieSettings } from './readCookieSettings.js'
import type { Known } from './readKnown.js'
import { readKnown } from './readKnown.js'

/** The settings, complete and checked. */
export interface Config extends Known {
  /** `undefined` when not given, as in ECID. */
  readonly isIabContext: boolean | undefined
  readonly cookie: CookieSettings
  readonly otherTabs: boolean
  readonly listeners: readonly Connector[]
  readonly adapters: readonly Connector[]
}

const toFunction = (value: unknown) => (typeof value === 'function' ? value : undefined)
const toConnectors = (value: unknown) => {
  const list = [value].flat()
  return list.every(toFunction) ? (list as Connector[]) : undefined
}

/** The page's settings → complete, checked settings; what cannot be meant throws, what a visitor's past left behind is left out. */
export const readConfig = (settings: unknown, warn: (message: string) => void, report: Report): Config => {
  const reader = createReader(settings)
  const { read, isOn } = reader
  const connectors = (name: string) => read(name, 'a connector or a list of them', toConnectors) ?? []
  read('onError', 'of type function', toFunction)
  const known = readKnown(reader, warn, report)
  const bridges = connectors('bridges')
  for (const bridge of bridges) checkMap(bridge, known.index)
  return {
    ...known,
    cookie: readCookieSettings(reader),
    otherTabs: isOn('otherTabs') ?? true,
    isIabContext: isOn('isIabContext'),
    listeners: [...connectors('gate'), ...bridges],
    adapters: connectors('adapters'),
  }
}
