import { gpc } from '../adapters/gpc.js'
import { oneTrust } from '../adapters/oneTrust.js'
import { tcf } from '../adapters/tcf.js'
import { webSdk } from '../bridges/webSdk.js'
import { indexCategories } from '../core/categories.js'
import { checkMap } from '../core/checkMap.js'
import { invalidConfig } from '../core/errors.js'
import type { Connector } from '../types.js'
import { readNamed } from './readNamed.js'

type Make = (options: object) => Connector

const known = {
  adapters: new Map<unknown, Make>([['tcf', tcf], ['gpc', gpc], ['oneTrust', oneTrust]]),
  bridges: new Map<unknown, Make>([['webSdk', webSdk]]),
}

/**
 * The settings `adapters` and `bridges`, by name, each made when it is connected.
 *
 * One that is unknown or has options it cannot use is reported and left out; the others are connected.
 */
export const readConnectors = (setting: 'adapters' | 'bridges', value: unknown): Connector[] =>
  readNamed(value).map(([name, options]) => {
    if (typeof name === 'function') return name as Connector
    const make = known[setting].get(name)
    const connect: Connector = (optIn, report) => {
      try {
        if (!make) throw invalidConfig(setting, name, `made of ${[...known[setting].keys()].join(', ')}`)
        if (typeof options !== 'object' || !options) throw invalidConfig(`${setting}.${name}`, options, 'true, false or a map of its options')
        const connector = make(options)
        checkMap(connector, indexCategories(optIn.Categories))
        return connector(optIn, report)
      } catch (error) {
        report(error)
      }
    }
    // By this mark the hall knows that `isIabContext` has its adapter.
    return name === 'tcf' ? Object.assign(connect, { iabPlugin: true }) : connect
  })
