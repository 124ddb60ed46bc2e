// Shows what the page may keep: permissions, status, cookies and events, as they change.
window.showPanel = (optIn, panel = document.querySelector('.panel')) => {
  const part = (tag, props = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), props)
    element.append(...children)
    return element
  }
  const status = part('output', { id: 'status' })
  const permissions = part('ul', { className: 'permissions', id: 'permissions' })
  const cookies = part('ul', { id: 'cookies' })
  const events = part('ol', { className: 'events', id: 'events', tabIndex: 0 })
  events.setAttribute('aria-label', 'Events, newest first')
  panel.append(
    part('h2', { textContent: 'What this page may keep' }),
    part('p', {}, 'Status: ', part('strong', {}, status)),
    part('h3', { textContent: 'Permissions' }), permissions,
    part('h3', { textContent: 'Cookies' }), cookies,
    part('h3', { textContent: 'Events' }), events,
  )

  const show = () => {
    status.textContent = optIn.status
    permissions.replaceChildren(...Object.entries(optIn.permissions).map(([category, permission]) => {
      const mark = part('span', { className: 'mark', textContent: permission ? 'approved' : optIn.isPending ? 'not yet' : 'denied' })
      mark.dataset.mark = permission ? 'yes' : optIn.isPending ? 'open' : 'no'
      return part('li', {}, part('code', { textContent: category }), mark)
    }))
  }
  const showCookies = () => {
    const names = document.cookie.split('; ').filter(Boolean).map((pair) => pair.split('=')[0])
    if (cookies.dataset.names === String(names)) return
    cookies.dataset.names = names
    cookies.replaceChildren(...(names.length ? names.map((name) => part('li', {}, part('code', { textContent: name }))) : [part('li', { className: 'empty', textContent: 'none' })]))
  }
  const tell = (text) => events.prepend(part('li', { textContent: text }))
  tell('the page is loaded')
  optIn.on('change', ({ changed, source }) => {
    show()
    tell(`change by ${source}: ${changed.join(', ') || 'the decision is complete'}`)
  })
  optIn.on('complete', () => {
    show()
    tell('complete')
  })
  show()
  showCookies()
  // Nobody tells a page of every cookie, so it looks now and then.
  setInterval(() => {
    showCookies()
    if (status.textContent !== optIn.status) show()
  }, 200)
}
