import type { ReadRules } from './readHostRules.js'

/**
 * Writes a Content-Security-Policy that lets through the page's own origin and the hosts whose categories are approved.
 *
 * A policy has no deny list: a host is left out as far as its paths or sub-domains belong to a category that is not approved.
 */
export const writePolicy = ({ places }: ReadRules, isApproved: (category: string) => boolean): string => {
  const sources = ["default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:"]
  const denied = [...places].flatMap(([place, category]) => (isApproved(category) ? [] : [`${place}/`]))
  for (const place of places.keys())
    if (!denied.some((other) => other.startsWith(`${place}/`))) {
      const [host, ...path] = place.split('/')
      // An address of numbers has no sub-domains.
      const isAlone = /[\d\]]$/.test(host!) || denied.some((other) => other.split('/')[0]!.endsWith(`.${host}`))
      // A policy separates directives by semicolons, and policies by commas.
      const name = encodeURI(place).replace(/[;,]/g, encodeURIComponent)
      // A path without a slash at its end means that file alone.
      for (const source of isAlone ? [name] : [name, `*.${name}`]) sources.push(source, ...(path[0] ? [`${source}/`] : []))
    }
  return sources.join(' ')
}
