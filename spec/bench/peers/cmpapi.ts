import type { CmpApi } from '@iabtechlabtcf/cmpapi'
import * as core from '@iabtechlabtcf/core'
import { encode } from '../../fakes/tcf.js'
import type { Contender, Drive } from './contender.js'

type Tcf = (command: string, version: number, callback: (data: { purpose: { consents: Record<number, boolean> } }) => void) => void

const drive = (strings: { readonly yes: string; readonly no: string }): Drive => {
  const page = window as unknown as { iabTcf: { CmpApi: typeof CmpApi }; __tcfapi: Tcf }
  let cmp: CmpApi
  return {
    install: () => {
      cmp = new page.iabTcf.CmpApi(300, 1, true)
    },
    decide: (approved) => cmp.update(approved ? strings.yes : strings.no),
    ask: (times) => {
      let yes = 0
      for (let at = 0; at < times; at++)
        page.__tcfapi('getTCData', 2, (data) => {
          if (data.purpose.consents[1]) yes++
        })
      return yes
    },
    listen: (callback) => page.__tcfapi('addEventListener', 2, callback),
  }
}

/** The IAB's own TCF API. It stores nothing: the platform around it keeps the TC string. */
export const cmpapi: Contender = {
  script: { module: 'node_modules/@iabtechlabtcf/cmpapi/lib/mjs/index.js', global: 'iabTcf' },
  isStoring: false,
  drive,
  details: { yes: encode(core, { purposes: [1, 10], vendors: [565] }), no: encode(core, { purposes: [], vendors: [] }) },
  isSlowToAsk: true,
}
