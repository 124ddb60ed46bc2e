const choices = { ...platforms, ...standIns }
const asked = new URLSearchParams(location.search).get('platform')
const name = Object.hasOwn(choices, asked) ? asked : 'vanillaCookieConsent'
const platform = choices[name]

const group = (label, some) => {
  const element = Object.assign(document.createElement('optgroup'), { label })
  element.append(...Object.entries(some).map(([value, { title }]) => new Option(title, value, value === name, value === name)))
  return element
}
document.querySelector('#platform').append(group('From npm, with their own banner', platforms), group('Stand-ins', standIns))
document.querySelector('#about').textContent = platform.about

const load = (src) =>
  new Promise((resolve, reject) => document.head.append(Object.assign(document.createElement('script'), { src, onload: resolve, onerror: reject })))

const open = async () => {
  writeDownWhatLeaves()
  await load(`/dist/adapters/${name}.global.js`)
  // The platform keeps the choice here: the opt-in service reads it from there on every page.
  const { webSdk, googleConsentMode, microsoftUet, metaPixel, dataLayer, adobeDataLayer } = VisitorOptIn
  const optIn = VisitorOptIn.install({
    doesOptInApply: true,
    adapters: VisitorOptIn[name](),
    bridges: [webSdk(), googleConsentMode(), microsoftUet(), metaPixel(), dataLayer(), adobeDataLayer()],
  })
  showPanel(optIn)
  startSolutions(optIn)
  await platform.start(load)
}

document.querySelector('#reopen').addEventListener('click', () => platform.reopen())
document.querySelector('#forget').addEventListener('click', () => {
  for (const pair of document.cookie.split('; ')) document.cookie = `${pair.split('=')[0]}=; path=/; max-age=0`
  pageStorage.clear()
  location.reload()
})
open()
