/** One way for a page to send a request: `send` is run in the page with an address that ends in the file it expects. */
export interface Way {
  /** What comes back. */
  readonly file: string
  readonly send: (url: string) => unknown
  /** Scripts of these kinds come from the page's own host. */
  readonly isOwn?: true
  /** It cannot be handed to the page later: refused at once, or of no use after the moment. */
  readonly isLost?: true
  /** A player asks for its film in parts. */
  readonly isFilm?: true
  /** It leaves when the browser next draws, so its place among the others is the browser's. */
  readonly isDrawn?: true
  /** Engines that have it. */
  readonly only?: readonly string[]
}

const script = 'x.js'
const image = 'x.gif'
const page = 'x.html'
const style = 'x.css'
const film = 'x.webm'

/** Every way, by its name. The functions are sent to the page as text: they use nothing from here. */
export const ways: Readonly<Record<string, Way>> = {
  'fetch': { file: 'x', send: (url) => fetch(url) },
  'fetch-url': { file: 'x', send: (url) => fetch(new URL(url)) },
  'fetch-request': { file: 'x', send: (url) => fetch(new Request(url)) },
  'fetch-post': { file: 'x', send: (url) => fetch(url, { method: 'POST', body: 'b' }) },
  'fetch-keepalive': { file: 'x', send: (url) => fetch(url, { method: 'POST', body: 'b', keepalive: true }) },
  'fetch-later': { file: 'x', only: ['chromium'], send: (url) => (window as never as { fetchLater: (url: string, init: object) => void }).fetchLater(url, { activateAfter: 0 }) },
  'xhr': {
    file: 'x',
    send: (url) => {
      const xhr = new XMLHttpRequest()
      xhr.open('GET', url)
      xhr.send()
    },
  },
  'xhr-post': {
    file: 'x',
    send: (url) => {
      const xhr = new XMLHttpRequest()
      xhr.open('POST', new URL(url), true)
      xhr.send(new URLSearchParams({ a: 'b' }))
    },
  },
  'xhr-sync': {
    file: 'x',
    isLost: true,
    send: (url) => {
      const xhr = new XMLHttpRequest()
      xhr.open('GET', url, false)
      try {
        xhr.send()
      } catch (error) {
        if ((error as Error).name !== 'NetworkError') throw error
      }
    },
  },
  'beacon': { file: 'x', send: (url) => navigator.sendBeacon(url, 'b') },
  'beacon-empty': { file: 'x', send: (url) => navigator.sendBeacon(url) },
  'beacon-form': {
    file: 'x',
    send: (url) => {
      const form = new FormData()
      form.append('a', 'b')
      navigator.sendBeacon(url, form)
    },
  },
  'beacon-json': { file: 'x', send: (url) => navigator.sendBeacon(url, new Blob(['{}'], { type: 'application/json' })) },
  'socket': { file: 'x', send: (url) => new WebSocket(url.replace(/^http/, 'ws')) },
  'event-source': { file: 'x', send: (url) => new EventSource(url) },
  'worker': { file: script, isOwn: true, send: (url) => new Worker(url) },
  'worker-module': { file: script, isOwn: true, send: (url) => new Worker(url, { type: 'module' }) },
  'shared-worker': { file: script, isOwn: true, send: (url) => new SharedWorker(url) },
  'service-worker': { file: script, isOwn: true, only: ['chromium', 'firefox'], send: (url) => void navigator.serviceWorker.register(url).catch(() => {}) },
  'worklet': { file: script, only: ['chromium', 'firefox'], send: (url) => void new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(url).catch(() => {}) },
  'image': { file: image, send: (url) => (new Image().src = url) },
  'image-attribute': { file: image, send: (url) => document.createElement('img').setAttribute('src', url) },
  'image-upper-case': { file: image, send: (url) => document.createElement('img').setAttribute('SRC', url) },
  'image-attribute-ns': { file: image, send: (url) => document.createElement('img').setAttributeNS(null, 'src', url) },
  'image-attribute-node': {
    file: image,
    send: (url) => {
      const attribute = document.createAttribute('src')
      attribute.value = url
      document.createElement('img').setAttributeNode(attribute)
    },
  },
  'image-named-item': {
    file: image,
    send: (url) => {
      const attribute = document.createAttribute('src')
      attribute.value = url
      document.createElement('img').attributes.setNamedItem(attribute)
    },
  },
  'image-attr-value': {
    file: image,
    send: (url) => {
      const image = new Image()
      image.src = 'data:,'
      image.getAttributeNode('src')!.value = url
    },
  },
  'image-node-value': {
    file: image,
    send: (url) => {
      const image = new Image()
      image.src = 'data:,'
      image.getAttributeNode('src')!.nodeValue = url
    },
  },
  'image-text-content': {
    file: image,
    send: (url) => {
      const image = new Image()
      image.src = 'data:,'
      image.attributes[0]!.textContent = url
    },
  },
  'image-srcset': { file: image, send: (url) => (new Image().srcset = `${url} 1x`) },
  'picture': {
    file: image,
    send: (url) => {
      const picture = document.createElement('picture')
      const source = document.createElement('source')
      source.srcset = `${url} 1x`
      picture.append(source, new Image())
      document.body.append(picture)
    },
  },
  'script': {
    file: script,
    send: (url) => {
      const script = document.createElement('script')
      script.src = url
      document.head.appendChild(script)
    },
  },
  'script-then-source': {
    file: script,
    send: (url) => {
      const script = document.createElement('script')
      document.head.insertBefore(script, document.head.firstChild)
      script.setAttribute('src', url)
    },
  },
  'script-module': {
    file: script,
    send: (url) => {
      const script = document.createElement('script')
      script.type = 'module'
      script.src = url
      document.head.append(script)
    },
  },
  'frame': {
    file: page,
    send: (url) => {
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(frame)
    },
  },
  'frame-then-source': {
    file: page,
    send: (url) => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      frame.src = url
    },
  },
  'frame-srcdoc': {
    file: image,
    send: (url) => {
      const frame = document.createElement('iframe')
      frame.srcdoc = `<p><img src="${url}">`
      document.body.append(frame)
    },
  },
  'style-sheet': {
    file: style,
    send: (url) => {
      const link = document.createElement('link')
      link.rel = 'stylesheet'
      link.href = url
      document.head.append(link)
    },
  },
  'style-sheet-late-rel': {
    file: style,
    send: (url) => {
      const link = document.createElement('link')
      link.href = url
      document.head.append(link)
      link.rel = 'stylesheet'
    },
  },
  'style-sheet-late-rel-list': {
    file: style,
    send: (url) => {
      const link = document.createElement('link')
      link.href = url
      document.head.append(link)
      link.relList.add('stylesheet')
    },
  },
  'preload': {
    file: script,
    send: (url) => {
      const link = document.createElement('link')
      link.setAttribute('rel', 'preload')
      link.setAttribute('as', 'script')
      link.setAttribute('href', url)
      document.head.append(link)
    },
  },
  'preload-image-set': {
    file: image,
    isLost: true,
    only: ['chromium', 'firefox'],
    send: (url) => {
      const link = document.createElement('link')
      link.rel = 'preload'
      link.as = 'image'
      link.imageSrcset = `${url} 1x`
      document.head.append(link)
    },
  },
  // Players that nobody keeps are sometimes collected before they have asked for anything.
  'video': {
    file: film,
    isFilm: true,
    send: (url) => {
      const video = document.createElement('video')
      video.src = url
      ;((window as { kept?: unknown[] }).kept ??= []).push(video)
    },
  },
  'video-poster': {
    file: image,
    send: (url) => {
      const video = document.createElement('video')
      video.poster = url
      document.body.append(video)
    },
  },
  'audio': { file: film, isFilm: true, send: (url) => ((window as { kept?: unknown[] }).kept ??= []).push(new Audio(url)) },
  'audio-source': {
    file: film,
    isFilm: true,
    send: (url) => {
      const audio = document.createElement('audio')
      const source = document.createElement('source')
      source.src = url
      audio.preload = 'auto'
      audio.append(source)
      document.body.append(audio)
    },
  },
  'track': {
    file: 'x.vtt',
    send: (url) => {
      const video = document.createElement('video')
      const track = document.createElement('track')
      video.crossOrigin = 'anonymous'
      track.src = url
      track.default = true
      video.append(track)
      document.body.append(video)
      track.track.mode = 'showing'
    },
  },
  'embed': {
    file: image,
    send: (url) => {
      const embed = document.createElement('embed')
      embed.type = 'image/gif'
      embed.src = url
      document.body.append(embed)
    },
  },
  'object': {
    file: page,
    send: (url) => {
      const object = document.createElement('object')
      object.data = url
      document.body.append(object)
    },
  },
  'input-image': {
    file: image,
    send: (url) => {
      const input = document.createElement('input')
      input.type = 'image'
      input.src = url
      document.body.append(input)
    },
  },
  'table-background': {
    file: image,
    isDrawn: true,
    send: (url) => {
      const table = document.createElement('table')
      table.setAttribute('background', url)
      document.body.append(table)
    },
  },
  'svg-image': {
    file: image,
    send: (url) => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
      image.setAttribute('href', url)
      svg.append(image)
      document.body.append(svg)
    },
  },
  'svg-image-xlink': {
    file: image,
    send: (url) => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
      image.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', url)
      svg.append(image)
      document.body.append(svg)
    },
  },
  'svg-image-base-value': {
    file: image,
    send: (url) => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
      const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
      image.href.baseVal = url
      svg.append(image)
      document.body.append(svg)
    },
  },
  'svg-use': {
    file: 'x.svg',
    isOwn: true,
    send: (url) => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
      const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
      use.setAttribute('href', `${url}#a`)
      svg.append(use)
      document.body.append(svg)
    },
  },
  'style-property': { file: image, isDrawn: true, send: (url) => (document.body.appendChild(document.createElement('p')).style.backgroundImage = `url(${url})`) },
  'style-short': { file: image, isDrawn: true, send: (url) => (document.body.appendChild(document.createElement('p')).style.background = `red url("${url}") no-repeat`) },
  'style-dashed': {
    file: image,
    isDrawn: true,
    send: (url) => ((document.body.appendChild(document.createElement('p')).style as never as Record<string, string>)['background-image'] = `url('${url}')`),
  },
  'style-text': { file: image, isDrawn: true, send: (url) => (document.body.appendChild(document.createElement('p')).style.cssText = `color: red; background: url(${url})`) },
  'style-put': { file: image, isDrawn: true, send: (url) => ((document.body.appendChild(document.createElement('p')) as { style: unknown }).style = `background: url(${url})`) },
  'style-set-property': { file: image, isDrawn: true, send: (url) => document.body.appendChild(document.createElement('p')).style.setProperty('background-image', `url(${url})`, 'important') },
  'style-attribute': { file: image, isDrawn: true, send: (url) => document.body.appendChild(document.createElement('p')).setAttribute('style', `background: url(${url})`) },
  'style-image-set': { file: image, isDrawn: true, send: (url) => document.body.appendChild(document.createElement('p')).style.setProperty('background-image', `image-set("${url}" 1x)`) },
  'rule': {
    file: image,
    isDrawn: true,
    send: (url) => {
      const style = document.head.appendChild(document.createElement('style'))
      style.sheet!.insertRule(`.rule-${document.head.childElementCount} { color: red; background: url(${url}) }`)
      document.body.appendChild(document.createElement('p')).className = `rule-${document.head.childElementCount}`
    },
  },
  'rule-import': {
    file: style,
    send: (url) => document.head.appendChild(document.createElement('style')).sheet!.insertRule(`@import "${url}";`),
  },
  'rule-in-media': {
    file: image,
    isDrawn: true,
    send: (url) => {
      const { sheet } = document.head.appendChild(document.createElement('style'))
      sheet!.insertRule('@media all { }')
      ;(sheet!.cssRules[0] as CSSMediaRule).insertRule(`.media-${document.head.childElementCount} { background: url(${url}) }`)
      document.body.appendChild(document.createElement('p')).className = `media-${document.head.childElementCount}`
    },
  },
  'font': { file: 'x.woff2', send: (url) => void new FontFace('one', `url(${url})`).load().catch(() => {}) },
  'font-added': {
    file: 'x.woff2',
    isDrawn: true,
    send: (url) => {
      const name = `font${document.body.childElementCount}`
      document.fonts.add(new FontFace(name, `url(${url})`))
      const text = document.body.appendChild(document.createElement('p'))
      text.textContent = 'text'
      text.style.fontFamily = name
    },
  },
  'ping': {
    file: 'x',
    only: ['chromium'],
    isLost: true,
    send: (url) => {
      const link = document.createElement('a')
      link.href = '#here'
      link.ping = url
      document.body.append(link)
      link.click()
    },
  },
  'svg-ping': {
    file: 'x',
    only: ['chromium'],
    isLost: true,
    send: (url) => {
      const link = document.createElementNS('http://www.w3.org/2000/svg', 'a')
      link.setAttribute('href', '#here')
      document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).append(link)
      ;(link as SVGAElement & { ping: string }).ping = url
      link.dispatchEvent(new MouseEvent('click'))
    },
  },
  'inner-html': { file: image, send: (url) => (document.body.appendChild(document.createElement('div')).innerHTML = `<b>x</b><img src="${url}">`) },
  'inner-html-frame': { file: page, send: (url) => (document.body.appendChild(document.createElement('div')).innerHTML = `<iframe src=${url}></iframe>`) },
  'inner-html-row': { file: image, isDrawn: true, send: (url) => (document.body.appendChild(document.createElement('table')).innerHTML = `<tr><td background='${url}'>x</td></tr>`) },
  'inner-html-style': { file: image, isDrawn: true, send: (url) => (document.body.appendChild(document.createElement('div')).innerHTML = `<p style="background: url(${url})">x</p>`) },
  'inner-html-svg': {
    file: image,
    send: (url) => (document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).innerHTML = `<image href="${url}"/>`),
  },
  'outer-html': {
    file: image,
    send: (url) => (document.body.appendChild(document.createElement('div')).appendChild(document.createElement('i')).outerHTML = `<img src="${url}">`),
  },
  'adjacent-html': { file: image, send: (url) => document.body.insertAdjacentHTML('beforeend', `<img src="${url}">`) },
  'adjacent-html-before': { file: image, send: (url) => document.body.appendChild(document.createElement('i')).insertAdjacentHTML('BeforeBegin' as 'beforebegin', `<img src="${url}">`) },
  'html-unsafe': { file: image, send: (url) => document.body.appendChild(document.createElement('div')).setHTMLUnsafe(`<img src="${url}">`) },
  'shadow-html': { file: image, send: (url) => (document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' }).innerHTML = `<img src="${url}">`) },
  'contextual-fragment': { file: script, send: (url) => document.body.append(document.createRange().createContextualFragment(`<script src="${url}"></script>`)) },
  'template': {
    file: image,
    send: (url) => {
      const template = document.createElement('template')
      template.innerHTML = `<div><img src="${url}"></div>`
      document.body.append(template.content)
    },
  },
  'template-clone': {
    file: image,
    send: (url) => {
      const template = document.createElement('template')
      template.innerHTML = `<img src="${url}">`
      document.body.append(document.importNode(template.content, true))
    },
  },
  'parsed-and-adopted': { file: image, send: (url) => document.adoptNode(new DOMParser().parseFromString(`<img src="${url}">`, 'text/html').images[0]!) },
  'parsed-and-prepended': { file: image, send: (url) => document.body.prepend(new DOMParser().parseFromString(`<img src="${url}">`, 'text/html').images[0]!) },
  'parsed-before': { file: image, send: (url) => document.body.appendChild(document.createElement('i')).before(new DOMParser().parseFromString(`<img src="${url}">`, 'text/html').images[0]!) },
  'parsed-after': { file: image, send: (url) => document.body.appendChild(document.createElement('i')).after(new DOMParser().parseFromString(`<img src="${url}">`, 'text/html').images[0]!) },
  'parsed-instead': { file: image, send: (url) => document.body.appendChild(document.createElement('i')).replaceWith(new DOMParser().parseFromString(`<img src="${url}">`, 'text/html').images[0]!) },
  'parsed-children': {
    file: image,
    send: (url) => document.body.appendChild(document.createElement('p')).replaceChildren(new DOMParser().parseFromString(`<img src="${url}">`, 'text/html').images[0]!),
  },
  'parsed-child': {
    file: image,
    send: (url) => {
      const parent = document.body.appendChild(document.createElement('p'))
      parent.replaceChild(new DOMParser().parseFromString(`<img src="${url}">`, 'text/html').images[0]!, parent.appendChild(document.createElement('i')))
    },
  },
  'parsed-adjacent': {
    file: image,
    send: (url) => document.body.insertAdjacentElement('beforeend', new DOMParser().parseFromString(`<img src="${url}">`, 'text/html').images[0]!),
  },
  'range': {
    file: image,
    send: (url) => {
      const range = document.createRange()
      range.selectNodeContents(document.body)
      range.insertNode(new DOMParser().parseFromString(`<p><img src="${url}">`, 'text/html').querySelector('p')!)
    },
  },
  'frame-fetch': {
    file: 'x',
    send: (url) => document.body.appendChild(document.createElement('iframe')).contentWindow!.fetch(url),
  },
  'frame-image': {
    file: image,
    send: (url) => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const inner = frame.contentDocument!
      inner.body.appendChild(inner.createElement('img')).src = url
    },
  },
  'frame-by-index': {
    file: 'x',
    send: (url) => {
      document.body.insertAdjacentHTML('beforeend', '<iframe></iframe>')
      return (window[window.length - 1] as Window).fetch(url)
    },
  },
  'frame-write': {
    file: image,
    send: (url) => {
      const inner = document.body.appendChild(document.createElement('iframe')).contentDocument!
      inner.open()
      inner.write(`<!doctype html><title>x</title><p>x<img src="${url}">`)
      inner.close()
    },
  },
  'form-to-frame': {
    file: page,
    isLost: true,
    send: (url) => {
      const name = `frame${document.forms.length}`
      document.body.insertAdjacentHTML('beforeend', `<iframe name="${name}"></iframe><form action="${url}" target="${name}"></form>`)
      document.forms[document.forms.length - 1]!.submit()
    },
  },
  'form-to-window': {
    file: page,
    isLost: true,
    only: ['chromium', 'firefox'],
    send: (url) => {
      document.body.insertAdjacentHTML('beforeend', `<form action="${url}" target="_blank"></form>`)
      document.forms[document.forms.length - 1]!.submit()
    },
  },
  'form-sent-by-visitor': {
    file: page,
    isLost: true,
    send: (url) => {
      const name = `frame${document.forms.length}`
      document.body.insertAdjacentHTML('beforeend', `<iframe name="${name}"></iframe><form target="${name}"><button formaction="${url}"></button></form>`)
      document.querySelector<HTMLElement>('form:last-of-type button')!.click()
    },
  },
  'window': { file: page, isLost: true, only: ['chromium', 'firefox'], send: (url) => void open(url, '_blank') },
}
