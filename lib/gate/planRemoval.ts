/** Writes the attributes of a place. */
export const attributesOf = ({ domain, path }: { readonly domain?: unknown; readonly path?: unknown }): string =>
  (domain ? `; Domain=${domain}` : '') + (path ? `; Path=${path}` : '')

// What was set in a frame of another site, is named `__Host-`, or is partitioned, goes only by the later ones.
const forms = ['', '; Secure; SameSite=None', '; Secure; SameSite=None; Partitioned']

/**
 * Plans where to remove a cookie that is listed: the attributes to try, one after the other, until it is listed no more.
 *
 * A cookie is removed only with the domain and path it was set with, which nobody tells: so every level is tried.
 */
export const planRemoval = (host: string, path: string): string[] => {
  const domains = host.split('.').map((_, i, labels) => (i ? labels.slice(i - 1).join('.') : ''))
  // Each level with and without its last slash; none at all is the page's own folder, whatever its characters.
  const levels = path.split('/').map((_, i, names) => names.slice(0, i).join('/'))
  return [...levels.flatMap((level) => [level, `${level}/`]), path].flatMap((path) =>
    domains.flatMap((domain) => forms.map((form) => attributesOf({ domain, path }) + form)),
  )
}
