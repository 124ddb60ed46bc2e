import type { ReadRules } from './readHostRules.js'

/**
 * Writes a Content-Security-Policy that lets through the page's own origin and the hosts whose categories are approved.
 *
 * A policy has no deny list: a host is left out as far as its paths or sub-domains belong to a category that is not approved.
 */
export const writePolicy = ({ hosts }: ReadRules, isApproved: (category: string) => boolean): string => {
  const sources = ["default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:"]
  const denied = [...hosts].flatMap(([host, paths]) => [...paths].flatMap(([path, category]) => (isApproved(category) ? [] : [[host, `${path}/`] as const])))
  for (const [host, paths] of hosts)
    for (const path of paths.keys())
      if (!denied.some(([other, below]) => other === host && below.startsWith(`${path}/`))) {
        // An address of numbers has no sub-domains.
        const isAlone = /[\d\]]$/.test(host) || denied.some(([other]) => other.endsWith(`.${host}`))
        // A policy separates directives by semicolons, and policies by commas.
        const place = host + encodeURI(path).replace(/[;,]/g, encodeURIComponent)
        // A path without a slash at its end means that file alone.
        for (const name of isAlone ? [place] : [place, `*.${place}`]) sources.push(name, ...(path ? [`${name}/`] : []))
      }
  return sources.join(' ')
}
