/** A way that no script can stop; `docs/guide/gate.md` lists each by its name. The functions are sent to the page as text. */
export interface Limit {
  readonly store: () => unknown
  /** Whether something is stored. */
  readonly has: () => unknown
  /** Whether the next decision removes it. */
  readonly goes: boolean
}

interface Kept {
  readonly kept: (this: Document, text: string) => void
  readonly keptStorage: Storage
}

const frameWith = (path: string, act: (frame: HTMLIFrameElement) => void) => {
  const frame = document.createElement('iframe')
  const loaded = new Promise((done) => (frame.onload = done))
  frame.src = path
  act(frame)
  return loaded
}
/** What the functions of the ways use. */
export const tools = `window.frameWith = ${String(frameWith)}`

/** Every row of the table, by its key there. */
export const limits: Readonly<Record<string, Limit>> = {
  'Set-Cookie': { store: () => fetch('/set'), has: () => document.cookie.includes('aa_header'), goes: true },
  HttpOnly: { store: () => fetch('/set'), has: async () => (await (await fetch('/echo')).text()).includes('aa_only'), goes: false },
  'a setter kept from before': {
    store: () => (window as never as Kept).kept.call(document, 'aa_setter=1; Path=/'),
    has: () => document.cookie.includes('aa_setter'),
    goes: true,
  },
  'a storage kept from before': {
    store: () => ((window as never as Kept).keptStorage.aa_storage = '1'),
    has: () => localStorage.aa_storage,
    goes: true,
  },
  'window[0]': {
    store: async () => {
      await frameWith('/empty', (frame) => document.body.append(frame))
      const { document: inner } = window[window.length - 1] as Window
      inner.cookie = 'aa_index=1; Path=/'
    },
    has: () => document.cookie.includes('aa_index'),
    goes: true,
  },
  'a frame sent on': {
    store: async () => {
      let inner: Window | null = null
      await frameWith('about:blank', (frame) => {
        document.body.append(frame)
        inner = frame.contentWindow
      })
      const loaded = new Promise((done) => addEventListener('message', done, { once: true }))
      inner!.location.href = '/tells'
      await loaded
      inner!.document.cookie = 'aa_sent=1; Path=/'
    },
    has: () => document.cookie.includes('aa_sent'),
    goes: true,
  },
  'inside of a frame': {
    store: () => frameWith('/writes', (frame) => document.body.append(frame)),
    has: () => document.cookie.includes('aa_inside') && localStorage.aa_inside,
    goes: true,
  },
  'another path': {
    store: () => (window as never as Kept).kept.call(document, 'aa_path=1; Path=/far/away'),
    has: async () => (await (await fetch('/far/away/echo')).text()).includes('aa_path'),
    goes: false,
  },
  IndexedDB: {
    store: () => new Promise((done) => (indexedDB.open('aa_base').onsuccess = done)),
    has: async () => (await indexedDB.databases()).some(({ name }) => name === 'aa_base'),
    goes: false,
  },
  'Cache API': { store: () => caches.open('aa_cache'), has: () => caches.has('aa_cache'), goes: false },
  'window.name': { store: () => (window.name = 'aa_name'), has: () => window.name === 'aa_name', goes: false },
}
