const optIn = VisitorOptIn.install({ doesOptInApply: true, isOptInStorageEnabled: true })
showPanel(optIn)
startSolutions(optIn)

const questions = [
  { title: 'May we count your visit?', text: 'Analytics sets the cookie s_fid.', categories: ['aa', 'mediaaa'] },
  { title: 'May we show what may interest you?', text: 'Target sets the cookie mbox.', categories: ['target'] },
  { title: 'May we remember you on other sites?', text: 'Audience Manager sets the cookie aam_uuid.', categories: ['aam', 'adcloud', 'campaign', 'livefyre', 'ecid'] },
]
const find = (id) => document.getElementById(id)
let at = 0

const show = () => {
  const question = questions[at]
  find('questions').hidden = optIn.isComplete || !question
  find('done').hidden = !optIn.isComplete
  if (!question) return
  find('question').textContent = `${at + 1} of ${questions.length}: ${question.title}`
  find('explanation').textContent = question.text
}

find('questions').addEventListener('submit', (event) => {
  event.preventDefault()
  const { categories } = questions[at++]
  const decide = event.submitter.value === 'yes' ? optIn.approve : optIn.deny
  decide(categories, true)
  if (at === questions.length) optIn.complete()
  show()
  if (optIn.isComplete) find('reset').focus()
})
find('reset').addEventListener('click', () => {
  optIn.reset()
  find('questions').elements[0].focus()
})
optIn.on('change', ({ status }) => {
  if (status === 'pending') at = 0
  show()
})
show()
