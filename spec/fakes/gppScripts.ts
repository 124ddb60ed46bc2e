import { npmScript } from './npmScript.js'

/** `@iabgpp/cmpapi` as `iabGpp`. */
export const gppScript = (): Promise<string> => npmScript('@iabgpp/cmpapi', 'lib/mjs/index.js', 'iabGpp')

/** A GPP stub after the specification, with the frames' part: npm has none. */
export const gppStub = `(() => {
  const ping = () => ({ gppVersion: '1.1', cmpStatus: 'stub', cmpDisplayStatus: 'hidden', signalStatus: 'not ready',
    supportedAPIs: [], cmpId: 0, sectionList: [], applicableSections: [], gppString: '', parsedSections: {} })
  const queue = [], events = []
  window.__gpp = (command, callback, parameter) => {
    if (command === undefined) return queue
    if (command === 'events') return events
    if (command === 'ping') callback(ping(), true)
    else if (command === 'addEventListener') {
      const id = events.length + 1
      events.push({ id, callback, parameter })
      callback({ eventName: 'listenerRegistered', listenerId: id, data: true, pingData: ping() }, true)
    } else if (command === 'removeEventListener') {
      const at = events.findIndex(({ id }) => id === parameter)
      if (at >= 0) events.splice(at, 1)
      callback({ eventName: 'listenerRemoved', listenerId: parameter, data: at >= 0, pingData: ping() }, true)
    } else queue.push([command, callback, parameter])
  }
  addEventListener('message', ({ data, source }) => {
    const asText = typeof data === 'string'
    let call
    try { call = (asText ? JSON.parse(data) : data).__gppCall } catch { return }
    if (call) window.__gpp(call.command, (returnValue, success) => {
      const answer = { __gppReturn: { returnValue, success, callId: call.callId } }
      source.postMessage(asText ? JSON.stringify(answer) : answer, '*')
    }, call.parameter, call.version)
  })
  const frame = document.createElement('iframe')
  frame.name = '__gppLocator'
  frame.hidden = true
  document.documentElement.append(frame)
})()`
