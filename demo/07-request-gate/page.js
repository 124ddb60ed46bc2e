const { cookieGate, requestGate, createOptIn } = window.VisitorOptIn

const show = ({ store, name, category, action }) => {
  const row = document.createElement('li')
  const what = document.createElement('b')
  what.textContent = action
  row.append(what, ` ${name} (${category})`)
  document.querySelector(store === 'request' ? '#request' : '#cookie').append(row)
}

const optIn = createOptIn({
  doesOptInApply: true,
  gate: [
    cookieGate({ rules: { aa: ['hits'], aam: ['audience'] }, onAction: show }),
    requestGate({ rules: { aa: ['metrics.example.com'] }, onAction: show }),
  ],
})

const runTags = () => {
  document.cookie = `hits=${Date.now()}; path=/`
  navigator.sendBeacon('https://metrics.example.com/hit', 'page=requests')
  document.cookie = 'audience=sailors; path=/'
  new Image().src = 'https://sync.demdex.net/ibs?id=1'
}

const on = (id, act) => document.getElementById(id).addEventListener('click', act)
on('tags', runTags)
on('analytics', () => optIn.decide({ aa: true, aam: false }))
on('all', () => optIn.approveAll())
on('none', () => optIn.denyAll())
on('reset', () => optIn.reset())
runTags()
