import { invalidConfig } from '../core/errors.js'
import { toObject } from '../core/permissionCodec.js'

/** Headers as Fetch has them, or as Node has them. */
export type HeaderSource =
  | { get(name: string): string | null | undefined }
  | { readonly [name: string]: string | readonly string[] | undefined }

/** Where a request's cookies stand: the text of its `Cookie` header, a list of such texts, its headers, or the request itself. */
export type CookieSource = string | readonly string[] | HeaderSource | { readonly headers: HeaderSource } | null | undefined

/** The text of the `Cookie` header; several of them mean what they mean joined (RFC 9113, section 8.2.3). */
export const cookieText = (source: unknown): string => {
  if (typeof source === 'string') return source
  if (Array.isArray(source)) return source.map(cookieText).join('; ')
  if (typeof (source ?? {}) !== 'object') throw invalidConfig('cookieHeader', source, 'a Cookie header, a list of them, headers, or a request')
  const holder = Object(source) as { readonly headers?: unknown; get?(name: string): unknown }
  // A request of Express has both; its `get` asks for any header, so either would do.
  if (toObject(holder.headers)) return cookieText(holder.headers)
  if (typeof holder.get === 'function') return cookieText(holder.get('cookie'))
  return cookieText(Object.entries(holder).flatMap(([name, value]) => (name.toLowerCase() === 'cookie' ? value : [])))
}
