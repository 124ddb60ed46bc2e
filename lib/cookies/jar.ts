/** The browser's cookies: text in, text out. May throw where the browser forbids even looking. */
export interface Jar {
  /** The page's host name; empty without a document. */
  host(): string
  /** All cookies the page may read, as `name=value; name=value`. */
  read(): string
  /** Gives one `name=value; attributes` line to the browser. */
  write(line: string): void
}

const page = (): Pick<Document, 'cookie'> & { readonly location: { readonly hostname: string } } =>
  typeof document === 'object' ? document : { cookie: '', location: { hostname: '' } }

/** The jar of this page; without a document it is empty and keeps nothing. */
export const jar: Jar = {
  host: () => page().location.hostname,
  read: () => page().cookie,
  write: (line) => {
    page().cookie = line
  },
}
