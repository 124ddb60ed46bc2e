// The browser's side: the same settings, so the same answer, without asking the server.
const optIn = window.VisitorOptIn.install(JSON.parse(document.documentElement.dataset.settings))
const say = (permission) => (permission ? 'approved' : 'denied')
const show = () => {
  const { aa, target } = optIn.permissions
  document.querySelector('#browser').textContent = `${optIn.status}: analytics ${say(aa)}, target ${say(target)}`
}

show()
optIn.on('complete', show)
document.querySelector('#refuse').addEventListener('click', () => optIn.denyAll())
