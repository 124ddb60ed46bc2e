import { jar } from '../cookies/jar.js'
import { decide } from './decide.js'
import type { AskedOptIn } from './types.js'

/** Takes what the historic SDK kept for an organisation as an earlier decision, where there is no other. */
export const restoreEarlierChoice = (optIn: AskedOptIn, org: unknown): void => {
  const id = `${org}`.replace(/\W/g, '.')
  const found = `${jar().cookie.match(RegExp(`\\b(adobe_alloy_optIn_${id}|kndctr_${id}_optin)=[^;]*`, 'g'))}`
  // The SDK's own cookie says `all` or `none`, in any case; its server's says `GENERAL=true` or `GENERAL=false`.
  // Where they disagree a denial wins.
  if (optIn.isPending && /(=|%3D)(all|none|true|false)\b/i.test(found)) decide(optIn, !/(=|%3D)(none|false)\b/i.test(found), 'storage')
}
