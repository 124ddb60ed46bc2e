/** A way that no script can stop; `docs/guide/requests.md` lists each by its name. */
export interface Limit {
  readonly send: (url: string) => unknown
  readonly file?: string
  readonly only?: readonly string[]
}

/** Every row of the table, by its key there. The functions are sent to the page as text. */
export const limits: Readonly<Record<string, Limit>> = {
  'import()': {
    file: 'x.js',
    send: (url) => {
      const script = document.createElement('script')
      script.type = 'module'
      script.textContent = `import(${JSON.stringify(url)})`
      document.head.append(script)
    },
  },
  'location of a frame': {
    file: 'x.html',
    send: (url) => {
      document.body.appendChild(document.createElement('iframe')).contentWindow!.location.href = url
    },
  },
  'meta refresh': {
    file: 'x.html',
    send: (url) => {
      const inner = document.body.appendChild(document.createElement('iframe')).contentDocument!
      const meta = inner.createElement('meta')
      meta.httpEquiv = 'refresh'
      meta.content = `0;url=${url}`
      inner.head.append(meta)
    },
  },
  'redirect': { send: (url) => fetch(url.replace('ruled.test/ruled', 'free.test/redirect')) },
  'style sheet': { file: 'x.css', send: (url) => (document.head.appendChild(document.createElement('style')).textContent = `@import "${url}";`) },
  'constructed sheet': {
    file: 'x.gif',
    send: (url) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`body { background: url(${url}) }`)
      document.adoptedStyleSheets = [sheet]
    },
  },
  'animation': { file: 'x.gif', send: (url) => document.body.appendChild(document.createElement('p')).animate([{ backgroundImage: `url(${url})` }, { backgroundImage: `url(${url})` }], 9000) },
  'typed style': {
    file: 'x.gif',
    only: ['chromium'],
    send: (url) => (document.body.appendChild(document.createElement('p')) as never as { attributeStyleMap: Map<string, string> }).attributeStyleMap.set('background-image', `url(${url})`),
  },
  'inside of a worker': { send: (url) => new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(url)})`]))) },
  'link to a frame': {
    file: 'x.html',
    send: (url) => {
      document.body.insertAdjacentHTML('beforeend', `<iframe name="linked"></iframe><a href="${url}" target="linked">x</a>`)
      document.querySelector<HTMLElement>('a[target=linked]')!.click()
    },
  },
  'declarative shadow root': {
    file: 'x.gif',
    send: (url) => document.body.appendChild(document.createElement('div')).setHTMLUnsafe(`<p><template shadowrootmode="open"><img src="${url}"></template></p>`),
  },
  'SVG animation': {
    file: 'x.gif',
    only: ['firefox'],
    send: (url) => (document.body.appendChild(document.createElement('div')).innerHTML = `<svg><image href="data:,"><set attributeName="href" to="${url}"/></image></svg>`),
  },
  'kept from before': { send: (url) => (window as never as { keptFetch: typeof fetch }).keptFetch(url) },
}
