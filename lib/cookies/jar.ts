/** The browser's cookies, as a document has them: text in, text out. May throw where the browser forbids even looking. */
export interface Jar {
  /** All cookies the page may read, as `name=value; name=value`; takes one line, `name=value; attributes`. */
  cookie: string
  readonly location: { readonly hostname: string }
}

/** The jar of this page; without a document it is empty and keeps nothing. */
export const jar = (): Jar => (typeof document === 'object' ? document : { cookie: '', location: { hostname: '' } })
