/**
 * The domains on which a page of this host may try to set a cookie: the widest first, `undefined` (host-only) last.
 *
 * Only the browser knows which of them are public suffixes, or no domains but the end of an address: those it refuses.
 */
export const cookieDomains = (host: string): (string | undefined)[] => [
  ...host.split('.').map((_, at, labels) => labels.slice(at).join('.')).slice(1, -1).reverse(),
  undefined,
]
