const optIn = VisitorOptIn.install({ doesOptInApply: true, isOptInStorageEnabled: true })
showPanel(optIn)

const alloy = VisitorOptIn.createCommands({ sdk: (...call) => realAlloy(...call) })
// As the Web SDK's documents had it in 2019.
alloy('configure', {
  configId: 'ebebf826-a01f-4458-8cec-ef61de241c93',
  imsOrgId: 'ADB3LETTERSANDNUMBERS@AdobeOrg',
  optInEnabled: true,
  edgeDomain: 'edge.example',
  thirdPartyCookiesEnabled: false,
  idMigrationEnabled: false,
})

const results = document.querySelector('#results')
document.querySelector('#event').addEventListener('click', () => {
  const row = document.createElement('li')
  row.textContent = 'event: waits'
  results.append(row)
  alloy('event', { xdm: { eventType: 'web.webpagedetails.pageViews' } }).then(
    () => (row.textContent = 'event: sent'),
    ({ message }) => (row.textContent = `event: ${message}`),
  )
})
for (const purposes of ['all', 'none'])
  document.querySelector(`#${purposes}`).addEventListener('click', () => alloy('optIn', { purposes }))
