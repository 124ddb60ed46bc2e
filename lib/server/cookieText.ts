import { invalidConfig } from '../core/errors.js'

/** Headers as Fetch has them, or as Node has them. */
export type HeaderSource =
  | { get(name: string): string | null | undefined }
  | { readonly [name: string]: string | readonly string[] | undefined }

/** Where a request's cookies stand: the text of its `Cookie` header, a list of such texts, its headers, or the request itself. */
export type CookieSource = string | readonly string[] | HeaderSource | { readonly headers: HeaderSource } | null | undefined

/** The text of the `Cookie` header; several of them mean what they mean joined (RFC 9113, section 8.2.3). */
export const cookieText = (source: unknown): string => {
  if (typeof source === 'string') return source
  if (source === undefined || source === null) return ''
  if (Array.isArray(source)) return source.map(cookieText).join('; ')
  if (typeof source !== 'object') throw invalidConfig('cookieHeader', source, 'a Cookie header, a list of them, headers, or a request')
  const { headers, get } = source as { readonly headers?: unknown; readonly get?: unknown }
  // A request of Express has both; its `get` asks for any header, so either would do.
  if (headers && typeof headers === 'object') return cookieText(headers)
  if (typeof get === 'function') return cookieText(get.call(source, 'cookie'))
  const names = Object.keys(source).filter((name) => name.toLowerCase() === 'cookie')
  return cookieText(names.map((name) => source[name as keyof typeof source]))
}
