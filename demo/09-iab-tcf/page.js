import { CmpApi } from '@iabtechlabtcf/cmpapi'
import { GVL, TCModel, TCString } from '@iabtechlabtcf/core'

const optIn = VisitorOptIn.install({ doesOptInApply: true, isIabContext: true, isOptInStorageEnabled: true })
showPanel(optIn)
startSolutions(optIn)

// A vendor list of one vendor and the purposes this page asks for; a real platform fetches the whole list.
const purposes = Object.fromEntries([1, 10].map((id) => [id, { id, name: `Purpose ${id}`, description: '', illustrations: [] }]))
const adobe = { id: 565, name: 'Adobe', purposes: [1, 10], legIntPurposes: [], flexiblePurposes: [], specialPurposes: [], features: [], specialFeatures: [] }
const list = new GVL({ gvlSpecificationVersion: 3, vendorListVersion: 1, tcfPolicyVersion: 5, lastUpdated: new Date().toISOString(), purposes, specialPurposes: {}, features: {}, specialFeatures: {}, stacks: {}, vendors: { 565: adobe } })

const encode = (isAccepted) => {
  const model = new TCModel(list)
  Object.assign(model, { cmpId: 300, cmpVersion: 1, consentScreen: 1, consentLanguage: 'EN', publisherCountryCode: 'DE' })
  if (isAccepted) {
    model.purposeConsents.set([1, 10])
    model.vendorConsents.set(565)
  }
  model.vendorsDisclosed.set(565)
  return TCString.encode(model)
}

const platform = new CmpApi(300, 1, true)
const [banner, reopen] = ['banner', 'reopen'].map((id) => document.getElementById(id))
const show = (isShown) => {
  banner.hidden = !isShown
  platform.update(pageStorage.getItem('tc-string') ?? '', isShown)
}
banner.addEventListener('click', ({ target }) => {
  if (!target.dataset.answer) return
  pageStorage.setItem('tc-string', encode(target.dataset.answer === 'accept'))
  show(false)
  reopen.focus()
})
reopen.addEventListener('click', () => {
  show(true)
  banner.querySelector('button').focus()
})
show(!pageStorage.getItem('tc-string'))
