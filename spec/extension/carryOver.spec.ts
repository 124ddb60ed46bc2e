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
  ['a lifetime in minutes', { optInStorageExpiry: '2', timeUnit: 'Minutes' }, { optInStorageExpiry: 120 }],
  ['a lifetime in hours', { optInStorageExpiry: '2', timeUnit: 'Hours' }, { optInStorageExpiry: 7_200 }],
  ['a lifetime in days', { optInStorageExpiry: '2', timeUnit: 'Days' }, { optInStorageExpiry: 172_800 }],
  ['a lifetime in weeks', { optInStorageExpiry: '2', timeUnit: 'Weeks' }, { optInStorageExpiry: 1_209_600 }],
  ['a lifetime in months', { optInStorageExpiry: '2', timeUnit: 'Months' }, { optInStorageExpiry: 5_184_000 }],
  ['a lifetime in years', { optInStorageExpiry: '2', timeUnit: 'Years' }, { optInStorageExpiry: 63_072_000 }],
  ['a lifetime without a unit', { optInStorageExpiry: 60 }, { optInStorageExpiry: 60 }],
  ['a unit nobody knows', { optInStorageExpiry: 60, timeUnit: '__proto__' }, { optInStorageExpiry: 60 }],
  ['a unit without a lifetime', { timeUnit: 'Days' }, {}],
  ['DTM’s variables', { variables: [{ name: 'cookieDomain', value: 'example.com' }, { name: 'secureCookie', value: 'true' }] }, { cookieDomain: 'example.com', secureCookie: 'true' }],
  ['settings before variables', { secureCookie: false, variables: [{ name: 'secureCookie', value: 'true' }] }, { secureCookie: false }],
  ['no setting in variables that are none', { variables: ['x', null, { value: 1 }] }, { undefined: 1 }],
])('understands %s', (_title, settings, carried) => {
  const made = carryOver(settings)
  expect(made).toEqual(carried)
  // Where it is given, though without a value, opt-in applies.
  expect('doesOptInApply' in made).toBe('doesOptInApply' in carried)
})
