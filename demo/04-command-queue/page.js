const optIn = VisitorOptIn.createOptIn({ doesOptInApply: true })
showPanel(optIn)

// The two SDKs, as their authors would write them.
const count = VisitorOptIn.createCommands({ commands: { track: { needs: ['aa'], run: ({ visit }) => `visit ${visit} counted` } } })
const offers = VisitorOptIn.createCommands({ commands: { show: { needs: ['target'], run: () => 'an offer shown' } } })
for (const sdk of [count, offers]) sdk('configure', { optInEnabled: true, optIn })

const results = document.querySelector('#results')
let visit = 0
const call = (name, sdk, ...command) => {
  const row = document.createElement('li')
  results.append(row)
  row.textContent = `${name}: waits`
  sdk(...command).then(
    (result) => (row.textContent = `${name}: ${result}`),
    ({ code }) => (row.textContent = `${name}: ${code}`),
  )
}
document.querySelector('#count').addEventListener('click', () => call('count', count, 'track', { visit: ++visit }))
document.querySelector('#offer').addEventListener('click', () => call('offers', offers, 'show'))
for (const button of document.querySelectorAll('[data-purposes]'))
  button.addEventListener('click', () => count('optIn', { purposes: JSON.parse(button.dataset.purposes) }))
