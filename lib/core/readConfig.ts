import type { Connector } from '../types.js'
import { checkMap } from './checkMap.js'
import type { Call } from './createCall.js'
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
  /** Listeners first, speakers last: what an adapter knows already is heard by all. */
  readonly connectors: Connector[]
}

const toFunction = (value: unknown) => (typeof value === 'function' ? value : undefined)
const toConnectors = (value: unknown) => {
  const list = [value].flat()
  return list.every(toFunction) ? (list as Connector[]) : undefined
}

/** The page's settings → complete, checked settings; what cannot be meant throws, what a visitor's past left behind is left out. */
export const readConfig = (settings: unknown, warn: (message: string) => void, call: Call): Config => {
  const read = createReader(settings)
  read('onError', toFunction, 'of type function')
  const known = readKnown(read, call, (name, leftOut) => {
    if (leftOut.length) warn(`\`${name}\` must be a map { category: true or false }; left out: ${leftOut.join(', ') || '""'}.`)
  })
  const connectors = ['gate', 'bridges', 'adapters'].flatMap((name) => read(name, toConnectors, 'a connector or a list of them') ?? [])
  for (const connector of connectors) checkMap(connector, known.index)
  return {
    ...known,
    cookie: readCookieSettings(read),
    otherTabs: read('otherTabs') ?? true,
    isIabContext: read('isIabContext'),
    connectors,
  }
}
