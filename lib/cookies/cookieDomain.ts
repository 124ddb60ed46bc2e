/**
 * The domains on which a page of this host may try to set a cookie: the widest first, `undefined` (host-only) last.
 *
 * Only the browser knows which of them are public suffixes: those it refuses.
 */
export const cookieDomains = (host: string): (string | undefined)[] => {
  const labels = /[^\d.]/.test(host) && !host.includes(':') ? host.split('.') : []
  return [...labels.map((_, at) => labels.slice(at).join('.')).slice(1, -1).reverse(), undefined]
}
