import { gpc } from '../adapters/gpc.js'
import { oneTrust } from '../adapters/oneTrust.js'
import { tcf } from '../adapters/tcf.js'
import { webSdk } from '../bridges/webSdk.js'
import { indexCategories } from '../core/categories.js'
import { checkMap } from '../core/checkMap.js'
import { invalidConfig } from '../core/errors.js'
import { toObject } from '../core/permissionCodec.js'
import type { Connector } from '../types.js'
import { readNamed } from './readNamed.js'

type Make = (options: object) => Connector

const known: Readonly<Record<'adapters' | 'bridges', Readonly<Record<string, Make>>>> = { adapters: { tcf, gpc, oneTrust }, bridges: { webSdk } }

/**
 * The settings `adapters` and `bridges`, by name, each made when it is connected.
 *
 * One that is unknown or has options it cannot use is reported and left out; the others are connected.
 */
export const readConnectors = (setting: 'adapters' | 'bridges', value: unknown): Connector[] =>
  readNamed(value).map(([name, options]) => {
    if (typeof name === 'function') return name as Connector
    const connect: Connector = (optIn, report) => {
      try {
        const makers = known[setting]
        if (!Object.hasOwn(makers, name as string)) throw invalidConfig(setting, name, `made of ${Object.keys(makers).join(', ')}`)
        if (!toObject(options)) throw invalidConfig(`${setting}.${name}`, options, 'true, false or a map of its options')
        const connector = makers[name as string]!(options as object)
        checkMap(connector, indexCategories(optIn.Categories))
        return connector(optIn, report)
      } catch (error) {
        report(error)
      }
    }
    // By this mark the hall knows that `isIabContext` has its adapter.
    return name === 'tcf' ? Object.assign(connect, { iabPlugin: true }) : connect
  })
