import type { BrowserName } from '../tools/browser.js'

/** One way to store something under a name, or, without a guard against it, why there is none. */
export interface Way {
  /** What the page does, in words. */
  readonly what: string
  readonly store: 'cookie' | 'localStorage' | 'sessionStorage'
  /** The body of an async function of `name` and `frame`, a frame that was reached before. */
  readonly code: string
  /** Needs a secure page. */
  readonly isSecureOnly?: boolean
  /** The browsers in which this stores anything at all. */
  readonly only?: readonly BrowserName[]
  /** What the cookie's name begins with. */
  readonly prefix?: string
}

const cookie = (what: string, code: string, more: Partial<Way> = {}): Way => ({ what, store: 'cookie', code, ...more })
const written = (what: string, attributes: string, more: Partial<Way> = {}): Way =>
  cookie(`document.cookie ${what}`, `document.cookie = name + '=1${attributes}'`, more)
const secure = { isSecureOnly: true }

const byDocument: Way[] = [
  written('alone', ''),
  written('with a path', '; path=/'),
  written('of a level of the page', '; path=/a'),
  written('of a level with its slash', '; path=/a/'),
  written('of a path the page does not see', '; path=/other/deep'),
  written('of the host as domain', '; domain=shop.example.test'),
  written('of the registrable domain', '; domain=example.test; path=/'),
  written('of a domain with a dot', '; domain=.example.test'),
  written('of a domain and a path it does not see', '; domain=example.test; path=/other/'),
  written('with Max-Age', '; max-age=1000'),
  written('with Expires', '; expires=Fri, 31 Dec 2100 23:59:59 GMT'),
  written('with Expires in dashes', '; expires=Fri, 31-Dec-2100 23:59:59 GMT; path=/'),
  written('in capitals and without blanks', ';PATH=/;MAX-AGE=1000'),
  written('with an attribute nobody knows', '; colour=red; path=/'),
  written('with an attribute twice', '; path=/; path=/a'),
  written('strict', '; SameSite=Strict; path=/'),
  written('with Max-Age before a past Expires', '; max-age=1000; expires=Thu, 01 Jan 1970 00:00:00 GMT', { only: ['chromium', 'firefox'] }),
  written('that is secure', '; Secure; path=/', secure),
  written('for other sites', '; Secure; SameSite=None; path=/', secure),
  written('that is partitioned', '; Secure; SameSite=None; Partitioned; path=/', secure),
  written('that is __Host-', '; Secure; path=/', { ...secure, prefix: '__Host-' }),
  written('that is __Secure-', '; Secure; domain=example.test; path=/', { ...secure, prefix: '__Secure-' }),
  cookie('document.cookie with blanks around', `document.cookie = ' \\t' + name + ' = 1 ; path = / '`),
  cookie('document.cookie with several =', `document.cookie = name + '=a=b==c; path=/'`),
  cookie('document.cookie with an empty value', `document.cookie = name + '='`),
  cookie('document.cookie in quotes', `document.cookie = name + '="a b"'`),
  cookie('document.cookie of foreign letters', `document.cookie = name + '=čaj'`),
  cookie('document.cookie of three thousand letters', `document.cookie = name + '=' + 'x'.repeat(3000)`),
  cookie('document.cookie of an object', `document.cookie = { toString: () => name + '=1' }`),
  cookie('document.cookie of a String', `document.cookie = new String(name + '=1')`),
  cookie('document["cookie"]', `document['coo' + 'kie'] = name + '=1'`),
  cookie('Object.assign on the document', `Object.assign(document, { cookie: name + '=1' })`),
  cookie('Reflect.set on the document', `Reflect.set(document, 'cookie', name + '=1')`),
  cookie('the setter of Document.prototype', `Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set.call(document, name + '=1')`),
  cookie('__lookupSetter__', `document.__lookupSetter__('cookie').call(document, name + '=1')`),
  cookie('an assignment inside a with', `with (document) { cookie = name + '=1' }`),
]

const byCookieStore: Way[] = [
  cookie('cookieStore.set of two texts', `await cookieStore.set(name, '1')`, secure),
  cookie('cookieStore.set of an object', `await cookieStore.set({ name, value: '1' })`, secure),
  cookie('cookieStore.set with a path', `await cookieStore.set({ name, value: '1', path: '/other/' })`, secure),
  cookie('cookieStore.set with a domain', `await cookieStore.set({ name, value: '1', domain: 'example.test' })`, secure),
  cookie('cookieStore.set with expires', `await cookieStore.set({ name, value: '1', expires: Date.now() + 1e6 })`, secure),
  cookie('cookieStore.set with sameSite', `await cookieStore.set({ name, value: '1', sameSite: 'none' })`, secure),
  cookie('cookieStore.set partitioned', `await cookieStore.set({ name, value: '1', partitioned: true })`, secure),
  cookie('cookieStore.set with blanks around', `await cookieStore.set(' ' + name, '1')`, secure),
  cookie('the prototype of cookieStore', `await CookieStore.prototype.set.call(cookieStore, name, '1')`, secure),
]

const byStorage = (store: 'localStorage' | 'sessionStorage'): Way[] =>
  (
    [
      ['setItem', `STORE.setItem(name, '1')`],
      ['an assignment', `STORE[name] = '1'`],
      ['a property of the window', `window['STORE'][name] = 1`],
      ['Object.defineProperty', `Object.defineProperty(STORE, name, { value: '1' })`],
      ['Reflect.defineProperty', `Reflect.defineProperty(STORE, name, { value: '1', writable: true, enumerable: true, configurable: true })`],
      ['Object.assign', `Object.assign(STORE, { [name]: '1' })`],
      ['Reflect.set', `Reflect.set(STORE, name, '1')`],
      ['the method of the prototype', `Storage.prototype.setItem.call(STORE, name, '1')`],
      ['a bound method', `STORE.setItem.bind(STORE)(name, '1')`],
      ['the getter of the window', `Object.getOwnPropertyDescriptor(window, 'STORE').get.call(window).setItem(name, '1')`],
      ['a value that is no text', `STORE.setItem(name, { toString: () => '1' })`],
      ['a frame', `frame.contentWindow.STORE.setItem(name, '1')`],
      ['an assignment in a frame', `frame.contentWindow.STORE[name] = '1'`],
      ["a frame's method on the page's storage", `frame.contentWindow.Storage.prototype.setItem.call(STORE, name, '1')`],
    ] as const
  ).map(([what, code]) => ({ what: `${store}: ${what}`, store, code: code.replaceAll('STORE', store) }))

const fresh = (tail: string) => `
  const fresh = document.createElement('iframe')
  document.body.append(fresh)
  ${tail}`

const byFrame: Way[] = [
  cookie('a frame by contentDocument', `frame.contentDocument.cookie = name + '=1; path=/'`),
  cookie('a frame by contentWindow', `frame.contentWindow.document.cookie = name + '=1; path=/'`),
  cookie("a frame's setter on the page", `Object.getOwnPropertyDescriptor(frame.contentWindow.Document.prototype, 'cookie').set.call(document, name + '=1')`),
  cookie("the page's setter on a frame", `Object.getOwnPropertyDescriptor(Document.prototype, 'cookie').set.call(frame.contentDocument, name + '=1; path=/')`),
  cookie('a frame made for it', fresh(`fresh.contentDocument.cookie = name + '=1; path=/'`)),
  cookie('a frame in a frame', `
    const inner = frame.contentDocument.createElement('iframe')
    frame.contentDocument.body.append(inner)
    inner.contentWindow.document.cookie = name + '=1; path=/'`),
  cookie('a frame with srcdoc', `
    const fresh = document.createElement('iframe')
    fresh.srcdoc = '<p>Here</p>'
    const loaded = new Promise((done) => { fresh.onload = done })
    document.body.append(fresh)
    await loaded
    fresh.contentDocument.cookie = name + '=1; path=/'`),
  cookie('a frame that loaded a page', `
    const fresh = document.createElement('iframe')
    fresh.src = '/a/empty'
    const loaded = new Promise((done) => { fresh.onload = done })
    document.body.append(fresh)
    await loaded
    fresh.contentWindow.document.cookie = name + '=1; path=/'`),
  cookie('an object element', `
    const fresh = document.createElement('object')
    fresh.data = '/a/empty'
    fresh.type = 'text/html'
    const loaded = new Promise((done) => { fresh.onload = done })
    document.body.append(fresh)
    await loaded
    fresh.contentDocument.cookie = name + '=1; path=/'`),
  cookie("a frame's cookieStore", `await frame.contentWindow.cookieStore.set(name, '1')`, secure),
]

/** The ways that are guarded. */
export const ways: readonly Way[] = [
  ...byDocument,
  ...byCookieStore,
  ...byStorage('localStorage'),
  ...byStorage('sessionStorage'),
  ...byFrame,
]
