import { restoreEarlierChoice } from '../../lib/commands/earlierChoice.js'
import type { AskedOptIn } from '../../lib/commands/types.js'
import { createOptIn } from '../../lib/createOptIn.js'

const restore = (cookies: readonly string[], org: unknown = 'X@AdobeOrg', config = {}) => {
  for (const cookie of cookies) document.cookie = `${cookie}; path=/`
  const optIn = createOptIn({ doesOptInApply: true, ...config })
  restoreEarlierChoice(optIn as unknown as AskedOptIn, org)
  for (const cookie of cookies) document.cookie = `${cookie.split('=')[0]}=; path=/; max-age=0`
  return optIn.isPending ? 'pending' : optIn.isApproved() ? 'all' : 'none'
}

describe('an earlier choice', () => {
  it.each([
    [['adobe_alloy_optIn_X_AdobeOrg=all'], 'all'],
    [['adobe_alloy_optIn_X_AdobeOrg=ALL'], 'all'],
    [['adobe_alloy_optIn_X_AdobeOrg=none'], 'none'],
    [['kndctr_X_AdobeOrg_optin=GENERAL=true'], 'all'],
    [['kndctr_X_AdobeOrg_optin=GENERAL=false'], 'none'],
    [['adobe_alloy_optIn_X_AdobeOrg=all', 'kndctr_X_AdobeOrg_optin=GENERAL=false'], 'none'],
    [['adobe_alloy_optIn_Y_AdobeOrg=all'], 'pending'],
    [['adobe_alloy_optIn_X_AdobeOrg=maybe'], 'pending'],
    [[], 'pending'],
  ])('in %p is %s', (cookies, choice) => {
    expect(restore(cookies)).toBe(choice)
  })

  it('gives way to a decision that is there already', () => {
    expect(restore(['adobe_alloy_optIn_X_AdobeOrg=all'], 'X@AdobeOrg', { previousPermissions: { aa: false } })).toBe('none')
  })

  it.each([null, 5, '(', '.*'])('of the organisation %p is none', (org) => {
    expect(restore(['adobe_alloy_optIn_X_AdobeOrg=all'], org)).toBe('pending')
  })
})
