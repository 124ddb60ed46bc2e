export { requestGate } from './requests/requestGate.js'
export type { RequestGate } from './requests/requestGate.js'
export type { RequestGateOptions, RequestItem, RequestReport } from './requests/readRequestOptions.js'
export type { HostRule, HostRules } from './requests/readHostRules.js'
