// Writes down whatever is told to anybody, newest first.
window.writeDownWhatLeaves = (list = document.querySelector('#out')) => {
  const write = (who, what) => {
    const entry = document.createElement('li')
    const name = Object.assign(document.createElement('code'), { textContent: who })
    entry.append(name, ` ${what.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' ')}`)
    list.prepend(entry)
  }
  const isCommand = (entry) => String(entry) === '[object Arguments]'
  const watch = (who, read) => {
    const layer = (window[who] = [])
    layer.push = (...entries) => {
      write(who, read(entries))
      return Array.prototype.push.apply(layer, entries)
    }
  }
  watch('dataLayer', ([entry]) => (isCommand(entry) ? [...entry] : [entry]))
  watch('uetq', (words) => words)
  watch('adobeDataLayer', ([entry]) => [entry])
  window.fbq = (...words) => write('fbq', words)
  window.alloy = async (...words) => {
    write('alloy', words)
    return {}
  }
}
