import { restoreEarlierChoice } from '../../lib/commands/earlierChoice.js'
import { createOptIn } from '../../lib/createOptIn.js'

const ORG = 'ABC@AdobeOrg'
const put = (name: string, value: string) => (document.cookie = `${name}=${value}`)
const clear = () => {
  for (const cookie of document.cookie.split('; ')) document.cookie = `${cookie.split('=')[0]}=; max-age=0`
}
const asked = (org: unknown) => {
  const optIn = createOptIn({ doesOptInApply: true })
  restoreEarlierChoice(optIn as never, org)
  return optIn.isComplete ? optIn.isApproved() : undefined
}
afterEach(clear)

describe('the choice kept by the historic SDK', () => {
  it.each([
    ['adobe_alloy_optIn_ABC_AdobeOrg', 'all', true],
    ['adobe_alloy_optIn_ABC_AdobeOrg', 'ALL', true],
    ['adobe_alloy_optIn_ABC_AdobeOrg', 'none', false],
    ['adobe_alloy_optIn_ABC_AdobeOrg', 'None', false],
    ['adobe_alloy_optIn_ABC_AdobeOrg', 'pending', undefined],
    ['adobe_alloy_optIn_ABC_AdobeOrg', 'allowed', undefined],
    ['adobe_alloy_optIn_ABC_AdobeOrg', '', undefined],
    ['adobe_alloy_optIn_XYZ_AdobeOrg', 'all', undefined],
    ['xadobe_alloy_optIn_ABC_AdobeOrg', 'all', undefined],
    ['kndctr_ABC_AdobeOrg_optin', 'GENERAL=true', true],
    ['kndctr_ABC_AdobeOrg_optin', 'GENERAL%3Dtrue', true],
    ['kndctr_ABC_AdobeOrg_optin', 'GENERAL=false', false],
    ['kndctr_ABC_AdobeOrg_optin', 'GENERAL%3Dfalse', false],
    ['kndctr_ABC_AdobeOrg_optin', 'GENERAL%3Dtrue%3BSHARE%3Dfalse', false],
    ['kndctr_ABC_AdobeOrg_consent', 'general=in', undefined],
  ])('%s=%s means %p', (name, value, expected) => {
    put('other', 'all')
    put(name, value)
    expect(asked(ORG)).toBe(expected)
  })

  it('is a denial where its cookies disagree', () => {
    put('adobe_alloy_optIn_ABC_AdobeOrg', 'all')
    put('kndctr_ABC_AdobeOrg_optin', 'GENERAL=false')
    expect(asked(ORG)).toBe(false)
  })

  it.each([undefined, null, 5, '', 'X(Y@AdobeOrg'])('is none for the organisation %p', (org) => {
    put('adobe_alloy_optIn_ABC_AdobeOrg', 'all')
    expect(asked(org)).toBeUndefined()
  })

  it('is told as stored, so that a standing denial holds against it', () => {
    put('adobe_alloy_optIn_ABC_AdobeOrg', 'all')
    const optIn = createOptIn({ doesOptInApply: true })
    optIn.decide({ aam: false }, { source: 'gpc', standing: true })
    const sources: string[] = []
    optIn.on('change', ({ source }) => sources.push(source))
    restoreEarlierChoice(optIn as never, ORG)
    expect(sources).toEqual(['storage'])
    expect(optIn.permissions).toMatchObject({ aam: false, aa: true })
  })

  it('does not count where there is a decision already', () => {
    put('adobe_alloy_optIn_ABC_AdobeOrg', 'all')
    const optIn = createOptIn({ doesOptInApply: true }).denyAll()
    restoreEarlierChoice(optIn as never, ORG)
    expect(optIn.isApproved('aa')).toBe(false)
  })
})
