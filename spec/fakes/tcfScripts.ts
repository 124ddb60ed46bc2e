import * as core from '@iabtechlabtcf/core'
import { npmScript } from './npmScript.js'
import type { Choice } from './tcf.js'
import { encode } from './tcf.js'

/** `@iabtechlabtcf/cmpapi` as `iabTcf`. */
export const tcfScript = (): Promise<string> => npmScript('@iabtechlabtcf/cmpapi', 'lib/mjs/index.js', 'iabTcf')

/** A TC string of the IAB's own making. */
export const tcString = (choice: Choice): string => encode(core, choice)
