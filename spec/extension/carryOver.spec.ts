import { carryOver } from '../../lib/extension/carryOver.js'

it('leaves settings of our own names as they are', () => {
  const settings = { doesOptInApply: 'true', preOptInApprovals: { aa: true }, optInStorageExpiry: 'SESSION', gate: true }
  expect(carryOver(settings)).toEqual(settings)
})

it.each([
  ['a data element decides whether opt-in applies', { doesOptInApply: 'function', optInCallback: false }, { doesOptInApply: false }],
  ['a data element without a value', { doesOptInApply: 'function', optInCallback: undefined }, { doesOptInApply: undefined }],
  ['yes, with a data element left over', { doesOptInApply: true, optInCallback: false }, { doesOptInApply: true }],
  ['no, with a data element left over', { doesOptInApply: false, optInCallback: true }, { doesOptInApply: false }],
  ['approvals of the form', { preOptInApprovalInput: { aa: true } }, { preOptInApprovals: { aa: true } }],
  ['approvals of a data element first', { preOptInApprovals: { aa: false }, preOptInApprovalInput: { aa: true } }, { preOptInApprovals: { aa: false } }],
  ['a lifetime in weeks', { optInStorageExpiry: '2', timeUnit: 'Weeks' }, { optInStorageExpiry: 1_209_600 }],
  ['a lifetime without a unit', { optInStorageExpiry: 60 }, { optInStorageExpiry: 60 }],
  ['a unit nobody knows', { optInStorageExpiry: 60, timeUnit: '__proto__' }, { optInStorageExpiry: 60 }],
  ['a unit without a lifetime', { timeUnit: 'Days' }, {}],
  ['DTM’s variables', { variables: [{ name: 'cookieDomain', value: 'example.com' }, { name: 'secureCookie', value: 'true' }] }, { cookieDomain: 'example.com', secureCookie: 'true' }],
  ['settings before variables', { secureCookie: false, variables: [{ name: 'secureCookie', value: 'true' }] }, { secureCookie: false }],
  ['no setting in variables that are none', { variables: ['x', null, { value: 1 }] }, { undefined: 1 }],
])('understands %s', (_title, settings, carried) => {
  expect(carryOver(settings)).toEqual(carried)
})
