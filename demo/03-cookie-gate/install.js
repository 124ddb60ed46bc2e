// Before everything else: what comes later finds the gate in its way.
window.actions = []
window.gate = VisitorOptIn.cookieGate({
  rules: { aa: ['visits', '_shop_count'], aam: ['_ads_*'] },
  onAction: (item) => {
    actions.push(item)
    window.showActions?.()
  },
})
VisitorOptIn.install({ doesOptInApply: true, isOptInStorageEnabled: true, gate })
