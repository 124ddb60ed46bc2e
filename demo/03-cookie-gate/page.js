const { optIn } = window.adobe
showPanel(optIn)

const stored = () => {
  try {
    return Object.keys(localStorage).length ? Object.keys(localStorage) : ['nothing']
  } catch {
    return ['refused by this browser']
  }
}
const fill = (id, texts) => {
  const rows = texts.map((text) => Object.assign(document.createElement('li'), { textContent: text }))
  document.getElementById(id).replaceChildren(...rows)
}
window.showActions = () => {
  fill('actions', actions.map(({ action, store, name, category }) => `${action}: ${name} (${store}, ${category})`))
  fill('storage', stored())
}
for (const button of document.querySelectorAll('[data-decision]'))
  button.addEventListener('click', () => {
    optIn.decide(JSON.parse(button.dataset.decision))
    showActions()
  })
document.getElementById('again').addEventListener('click', () => {
  loadTags()
  showActions()
})
showActions()
