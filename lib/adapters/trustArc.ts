/*
 * TrustArc, after public code of sites that use it. Its oddities:
 * - Nothing tells that `PrivacyManagerAPI` is there, so it is looked for.
 * - The level 0 is “no decision yet”.
 * - One asks to be told by posting JSON text to the top window; what comes back is a hint only, the decision is read anew.
 */
import { connectPlatform } from '../connect/connectPlatform.js'
import { listen } from '../connect/listen.js'
import type { PlatformOptions } from '../connect/readOptions.js'
import { whenReady } from '../connect/whenReady.js'
import type { CategoryMap, Connector, NoCategories } from '../types.js'

export type { PlatformOptions }

interface TrustArc {
  callApi(command: string, host: string): { readonly consentDecision?: unknown }
}

const page = globalThis as { readonly PrivacyManagerAPI?: TrustArc }

/** Takes the visitor's choice from TrustArc. */
export const trustArc = <More extends CategoryMap = NoCategories>(options: PlatformOptions<More> = {}): Connector =>
  connectPlatform(
    'trustArc',
    options,
    { 2: ['aa', 'mediaaa', 'target'], 3: ['aam', 'adcloud', 'campaign', 'livefyre'] },
    () => {
      const api = page.PrivacyManagerAPI
      if (typeof api?.callApi !== 'function') return undefined
      const levels = api.callApi('getGDPRConsentDecision', location.host).consentDecision
      const isDecided = Array.isArray(levels) && levels.length > 0 && levels.every((level) => level > 0)
      return isDecided && ((id) => levels.map(String).includes(id))
    },
    whenReady((look) => {
      const question = { action: 'getConsentDecision', timestamp: Date.now(), self: location.host }
      window.top?.postMessage(JSON.stringify({ PrivacyManagerAPI: question }), '*')
      return listen(['message'], (event) => /"PrivacyManagerAPI"/.test((event as MessageEvent).data) && look())
    }),
  )
