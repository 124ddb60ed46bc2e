// The Web SDK's base code, under a name of its own: the commands stand in front of it as `alloy`.
const paste = (page, names) => {
  names.forEach((name) => {
    (page.__alloyNS = page.__alloyNS || []).push(name)
    page[name] = (...call) => new Promise((resolve, reject) => page[name].q.push([resolve, reject, call]))
    page[name].q = []
  })
}
paste(window, ['realAlloy'])
document.head.append(Object.assign(document.createElement('script'), { src: '/npm/@adobe/alloy/dist/alloy.min.js', async: true }))
